import { Body, Controller, Get, Header, HttpCode, HttpStatus, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Limited } from '../platform/rate-limit.js'
import { Departments } from './departments.js'
import { OwnPhone } from './own-phone.js'
import { DepartmentList, PersonView, RealNameProof, TypedPhone, WeChatPhone } from './people.dto.js'
import { Permit, Public } from './permission.guard.js'
import { CurrentPerson, type Person } from './person.js'
import { Persons } from './persons.js'
import { RealName } from './real-name.js'

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(
    private readonly persons: Persons,
    private readonly departments: Departments,
    private readonly ownPhone: OwnPhone,
    private readonly realNames: RealName,
  ) {}

  @Get('people/me')
  @Permit('person.self')
  @ApiOkResponse({ type: PersonView })
  me(@CurrentPerson() person: Person): Promise<PersonView> {
    return this.persons.view(person)
  }

  /**
   * The phone of one's WeChat. When the answer names another `id` than before, a resident with this phone was
   * known already: trade the refresh token at once, the new access token is that resident's.
   */
  @Post('people/me/phone')
  @Permit('person.phone')
  @Limited({ name: 'own phone', points: 10, seconds: 600, by: 'person' })
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PersonView })
  phone(@CurrentPerson() person: Person, @Body() { code }: WeChatPhone): Promise<PersonView> {
    return this.ownPhone.bind(person, code)
  }

  /** For somebody who does not want to give the phone of his WeChat. The answer is to be read as the one above. */
  @Post('people/me/phone/typed')
  @Permit('person.phone')
  @Limited({ name: 'own phone', points: 10, seconds: 600, by: 'person' })
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PersonView })
  typedPhone(@CurrentPerson() person: Person, @Body() typed: TypedPhone): Promise<PersonView> {
    return this.ownPhone.bindTyped(person, typed)
  }

  /** For the few rights that need it, such as voting. */
  @Post('people/me/real-name')
  @Permit('person.realName')
  @Limited({ name: 'real name', points: 5, seconds: 600, by: 'person' })
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PersonView })
  realName(@CurrentPerson() person: Person, @Body() { proof }: RealNameProof): Promise<PersonView> {
    return this.realNames.prove(person, proof)
  }

  @Get('departments')
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: DepartmentList })
  async all(): Promise<DepartmentList> {
    const departments = [...(await this.departments.atWork()).values()]
    return { items: departments.map(({ id, name, kind }) => ({ id, name, kind })) }
  }
}
