import { Injectable, Logger } from '@nestjs/common'
import { MINUTE } from '@minsheng/shared'
import { type Department, Departments } from '../../people/index.js'
import { UnitOfWork } from '../../platform/database/index.js'
import { Present } from '../../platform/present.js'
import { RoutingExample } from '../routing-example.entity.js'
import { type TownExample, type TownGuess, TownGuessing } from './town-guessing.js'
import type { UnitMatter } from './unit-features.js'

/** Milliseconds after which the newest decisions of dispatchers are looked at again. */
const REFRESH = 10 * MINUTE
/** The newest so many decisions are learned from. */
const MOST = 1_000

interface Decided {
  text: string
  categoryCode: string
  departmentId: string
}

/**
 * 属地: whether a matter belongs to the office of the town or street rather than to a bureau, learned from what
 * dispatchers decided. In memory, read anew every ten minutes of use, beside the needs that come in. docs/adr/0056
 */
@Injectable()
export class Localities {
  private readonly logger = new Logger('locality')
  private guessing = new TownGuessing([])
  private readAt: number | undefined

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: Departments,
    private readonly present: Present,
  ) {}

  /** Null until dispatchers have decided enough. Costs no query that anybody waits for. */
  guess(matter: UnitMatter): TownGuess | null {
    const now = this.present.now().getTime()
    if (this.readAt === undefined || Math.abs(now - this.readAt) >= REFRESH) {
      this.readAt = now
      this.reload().catch((error: unknown) =>
        this.logger.error(error instanceof Error ? error.message : String(error)),
      )
    }
    return this.guessing.guess(matter)
  }

  /** The office that serves a town or street. */
  async officeOf(streetId: string): Promise<Department | undefined> {
    return [...(await this.departments.atWork()).values()].find(
      (each) => isOffice(each) && each.areaId === streetId,
    )
  }

  async reload(): Promise<void> {
    const known = await this.departments.known()
    const decided = await this.decided()
    const examples = decided.flatMap(({ text, categoryCode, departmentId }): TownExample[] => {
      const department = known.get(departmentId)
      if (!department) return []
      const guesses = [{ code: categoryCode, confidence: 1 }]
      return [{ subject: text, detail: '', guesses, side: isOffice(department) ? 'town' : 'bureau' }]
    })
    this.guessing = new TownGuessing(examples)
  }

  /** The newest first by `ix_routing_example_at`, told in the order in which they were decided. */
  private async decided(): Promise<Decided[]> {
    const newest = await this.unitOfWork.reader
      .createQueryBuilder(RoutingExample, 'example')
      // By its table: the need belongs to a capability that builds on this one.
      .innerJoin('need', 'need', 'need.id = example.needId')
      .innerJoin('category', 'category', 'category.id = example.categoryId')
      .select('need.text', 'text')
      .addSelect('category.code', 'categoryCode')
      .addSelect('example.departmentId', 'departmentId')
      .where("example.source = 'dispatcher' AND example.departmentId IS NOT NULL")
      .orderBy('example.at', 'DESC')
      .addOrderBy('example.id', 'DESC')
      .limit(MOST)
      .getRawMany<Decided>()
    return newest.reverse()
  }
}

const isOffice = ({ kind }: Department): boolean => kind === 'town' || kind === 'street'
