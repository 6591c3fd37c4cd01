import type { Told } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Notices, type Telling } from '../messages/index.js'
import { type Staff, StaffDirectory } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'

/** Something that staff are to be told. */
export interface StaffTelling extends Omit<Telling, 'personId'> {
  departmentId: string | null
  /** Who has it in hand; while nobody has, all handlers of the department are told. */
  handlerId: string | null
  tells: readonly Told[]
}

/** Whether somebody is one of those who are told. Without a department, its part is taken by the dispatchers. */
const audiences: Record<Told, (staff: Staff, about: StaffTelling) => boolean> = {
  handler: (staff, { departmentId, handlerId }) =>
    departmentId
      ? staff.departmentId === departmentId &&
        (handlerId ? staff.id === handlerId : staff.roles.includes('handler'))
      : staff.roles.includes('dispatcher'),
  reviewer: (staff, { departmentId }) =>
    departmentId !== null && staff.departmentId === departmentId && staff.roles.includes('reviewer'),
  leader: (staff, { departmentId }) =>
    departmentId !== null && staff.departmentId === departmentId && staff.roles.includes('leader'),
  dispatcher: (staff) => staff.departmentId === null && staff.roles.includes('dispatcher'),
  supervisor: (staff) => staff.departmentId === null && staff.roles.includes('supervisor'),
  districtLeader: (staff) => staff.departmentId === null && staff.roles.includes('leader'),
}

/** Tells those who have to know, each of them once, by the notices inside of the app. */
@Injectable()
export class StaffNotices {
  constructor(
    private readonly notices: Notices,
    private readonly directory: StaffDirectory,
  ) {}

  /** Three statements, however many are told. */
  async tell(tx: Tx, tellings: readonly StaffTelling[]): Promise<void> {
    if (tellings.length === 0) return
    const departmentIds = [...new Set(tellings.flatMap(({ departmentId }) => departmentId ?? []))]
    const staff = [
      ...(await this.directory.ofDepartments(tx, departmentIds)),
      ...(await this.directory.ofDistrict(tx)),
    ]
    const told = tellings.flatMap((about) =>
      staff
        .filter((each) => about.tells.some((audience) => audiences[audience](each, about)))
        .map(({ id: personId }): Telling => ({ ...tellingOf(about), personId })),
    )
    await this.notices.tell(tx, told)
  }
}

const tellingOf = ({ needId, workOrderId, supervisionOrderId, words, at }: StaffTelling) => ({
  needId,
  workOrderId: workOrderId ?? null,
  supervisionOrderId: supervisionOrderId ?? null,
  words,
  at,
})
