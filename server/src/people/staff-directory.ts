import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import { Editions, Kept } from '../platform/editions.js'
import { BoundedMap } from './bounded-map.js'
import { Staff } from './staff.entity.js'

/** Who works here. */
@Injectable()
export class StaffDirectory {
  private readonly names: Kept<BoundedMap<string, string>>

  constructor(
    private readonly unitOfWork: UnitOfWork,
    editions: Editions,
  ) {
    this.names = new Kept(editions, 'district', () => Promise.resolve(new BoundedMap(5_000)))
  }

  byId(id: string): Promise<Staff | null> {
    return this.unitOfWork.reader.findOneBy(Staff, { id })
  }

  byAccount(account: string): Promise<Staff | null> {
    return this.unitOfWork.reader.findOneBy(Staff, { account })
  }

  /** Who works for these departments: `ix_staff_department`. */
  ofDepartments(tx: Tx, departmentIds: readonly string[]): Promise<Staff[]> {
    if (departmentIds.length === 0) return Promise.resolve([])
    return tx.findBy(Staff, { departmentId: In([...departmentIds]), isActive: true })
  }

  /** Who works for the whole district, and not in a grid: `ix_staff_department`. */
  ofDistrict(tx: Tx): Promise<Staff[]> {
    return tx.findBy(Staff, { departmentId: IsNull(), areaId: IsNull(), isActive: true })
  }

  /** The name, remembered; null for somebody unknown. */
  async nameOf(id: string): Promise<string | null> {
    const names = await this.names.value()
    const known = names.get(id)
    if (known !== undefined) return known
    const staff = await this.byId(id)
    if (staff) names.set(id, staff.name)
    return staff?.name ?? null
  }
}
