import { Injectable } from '@nestjs/common'
import { maskPhone, type RealNameLevel } from '@minsheng/shared'
import { Departments } from './departments.js'
import type { DepartmentName, PersonView } from './people.dto.js'
import type { Person } from './person.js'
import type { Resident } from './resident.entity.js'
import { Residents } from './residents.js'
import type { Session } from './session.entity.js'
import { StaffDirectory } from './staff-directory.js'
import type { Staff } from './staff.entity.js'

export const residentPerson = ({ id }: Pick<Resident, 'id'>): Person => ({
  id,
  kind: 'resident',
  roles: ['resident'],
  departmentId: null,
  areaId: null,
})

/** What has been proved of a resident so far. */
export const realNameOf = ({ identityIndex, phoneIndex }: Resident): RealNameLevel =>
  identityIndex ? 'identity' : phoneIndex ? 'phone' : 'none'

export const staffPerson = ({ id, roles, departmentId, areaId }: Staff): Person => ({
  id,
  kind: 'staff',
  roles,
  departmentId,
  areaId,
})

/** Residents and staff seen as one: whoever can be signed in. */
@Injectable()
export class Persons {
  constructor(
    private readonly residents: Residents,
    private readonly staff: StaffDirectory,
    private readonly departments: Departments,
  ) {}

  /** With the roles of today; null when the person is gone or was put out of service. */
  async ofSession({ personId, personKind }: Session): Promise<Person | null> {
    if (personKind === 'resident') {
      const resident = await this.residents.byId(personId)
      return resident && residentPerson(resident)
    }
    const staff = await this.staff.byId(personId)
    return staff?.isActive ? staffPerson(staff) : null
  }

  /** What a person is shown about himself. */
  async view(person: Person): Promise<PersonView> {
    return {
      id: person.id,
      kind: person.kind,
      ...(await this.nameAndPhone(person)),
      roles: [...person.roles],
      department: await this.departmentName(person.departmentId),
      areaId: person.areaId,
    }
  }

  private async nameAndPhone({
    id,
    kind,
  }: Person): Promise<Pick<PersonView, 'name' | 'phoneMasked' | 'realName'>> {
    if (kind === 'staff') return { name: await this.staff.nameOf(id), phoneMasked: null, realName: 'none' }
    const resident = await this.residents.byId(id)
    const phone = this.residents.readable(resident?.phoneCipher)
    return {
      name: this.residents.readable(resident?.nameCipher),
      phoneMasked: phone && maskPhone(phone),
      realName: resident ? realNameOf(resident) : 'none',
    }
  }

  private async departmentName(id: string | null): Promise<DepartmentName | null> {
    const department = id === null ? undefined : await this.departments.byId(id)
    return department ? { id: department.id, name: department.name } : null
  }
}
