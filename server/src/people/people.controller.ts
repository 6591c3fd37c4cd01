import { Controller, Get, Header } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Departments } from './departments.js'
import { DepartmentList, PersonView } from './people.dto.js'
import { Permit, Public } from './permission.guard.js'
import { CurrentPerson, type Person } from './person.js'
import { Persons } from './persons.js'

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(
    private readonly persons: Persons,
    private readonly departments: Departments,
  ) {}

  @Get('people/me')
  @Permit('person.self')
  @ApiOkResponse({ type: PersonView })
  me(@CurrentPerson() person: Person): Promise<PersonView> {
    return this.persons.view(person)
  }

  @Get('departments')
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: DepartmentList })
  async all(): Promise<DepartmentList> {
    const departments = await this.departments.all()
    return { items: departments.map(({ id, name, kind }) => ({ id, name, kind })) }
  }
}
