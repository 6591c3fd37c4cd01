import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { Department } from './department.entity.js'

/** The departments, few and needed by most requests: in memory, read from the database at the first use. */
@Injectable()
export class Departments {
  private loading: Promise<Map<string, Department>> | undefined

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By code. */
  async all(): Promise<Department[]> {
    return [...(await this.loaded()).values()]
  }

  /** By id, as they lie in memory: for naming many at little cost. */
  known(): Promise<ReadonlyMap<string, Department>> {
    return this.loaded()
  }

  async byId(id: string): Promise<Department | undefined> {
    return (await this.loaded()).get(id)
  }

  /** To be called after departments were changed. */
  async reload(): Promise<void> {
    this.loading = undefined
    await this.loaded()
  }

  private loaded(): Promise<Map<string, Department>> {
    this.loading ??= this.load().catch((error: unknown) => {
      // A failed reading is not kept: the next request tries again.
      this.loading = undefined
      throw error
    })
    return this.loading
  }

  private async load(): Promise<Map<string, Department>> {
    const rows = await this.unitOfWork.reader.find(Department, { order: { code: 'ASC' } })
    return new Map(rows.map((row) => [row.id, row]))
  }
}
