import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { Editions, Kept } from '../platform/editions.js'
import { Department } from './department.entity.js'

type ById = ReadonlyMap<string, Department>

/** The departments, few and needed by most requests: in memory until another edition of the district is loaded. */
@Injectable()
export class Departments {
  private readonly kept: Kept<{ all: ById; atWork: ById }>

  constructor(
    private readonly unitOfWork: UnitOfWork,
    editions: Editions,
  ) {
    this.kept = new Kept(editions, 'district', () => this.read())
  }

  /** By id, in the order of their codes, those that have left too: for naming what was. */
  async known(): Promise<ById> {
    return (await this.kept.value()).all
  }

  /** By id, in the order of their codes: those that can be given something to do. */
  async atWork(): Promise<ById> {
    return (await this.kept.value()).atWork
  }

  async byId(id: string): Promise<Department | undefined> {
    return (await this.known()).get(id)
  }

  private async read(): Promise<{ all: ById; atWork: ById }> {
    const rows = await this.unitOfWork.reader.find(Department, { order: { code: 'ASC' } })
    const byId = (departments: readonly Department[]) => new Map(departments.map((row) => [row.id, row]))
    return { all: byId(rows), atWork: byId(rows.filter(({ leftAt }) => leftAt === null)) }
  }
}
