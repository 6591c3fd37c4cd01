import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { BoundedMap } from './bounded-map.js'
import { Staff } from './staff.entity.js'

/** Who works here. */
@Injectable()
export class StaffDirectory {
  private readonly names = new BoundedMap<string, string>(5_000)

  constructor(private readonly unitOfWork: UnitOfWork) {}

  byId(id: string): Promise<Staff | null> {
    return this.unitOfWork.reader.findOneBy(Staff, { id })
  }

  byAccount(account: string): Promise<Staff | null> {
    return this.unitOfWork.reader.findOneBy(Staff, { account })
  }

  /** The name, remembered; null for somebody unknown. */
  async nameOf(id: string): Promise<string | null> {
    const known = this.names.get(id)
    if (known !== undefined) return known
    const staff = await this.byId(id)
    if (staff) this.names.set(id, staff.name)
    return staff?.name ?? null
  }
}
