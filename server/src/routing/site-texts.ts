import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { type LedgerRow, readLedger, textOf } from './classifier/ledger.js'
import type { SiteText } from './classifier/site-training.js'
import { Routing } from './routing.js'
import { RoutingExample } from './routing-example.entity.js'

/** The newest so many needs that were seen through, and as many decisions of people. */
const MOST = 20_000

interface Told {
  needId: string
  text: string
  code: string
}

/** What there is to learn from in a city. */
export interface SiteTexts {
  texts: SiteText[]
  /** Labels of the ledger that are none of our categories, with how often they stand there. */
  unknown: Map<string, number>
}

/** The texts of a city whose category people have told: its ledger, or its closed needs; and all corrections. */
@Injectable()
export class SiteTextStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: Routing,
  ) {}

  /** Labels are codes or names of categories. @throws Error for a file that is no ledger */
  async ofLedger(file: string): Promise<SiteTexts> {
    const codeOf = await this.codes()
    const unknown = new Map<string, number>()
    const texts = (await readLedger(file)).flatMap((row): SiteText[] => {
      const code = codeOf.get(row.label)
      if (!code) unknown.set(row.label, (unknown.get(row.label) ?? 0) + 1)
      return code ? [siteText(code, row)] : []
    })
    return { texts: [...texts, ...(await this.corrected()).map(plain)], unknown }
  }

  /** A person's decision counts more than the category under which a need was closed. */
  async ofDatabase(): Promise<SiteTexts> {
    const corrected = await this.corrected()
    const known = new Set(corrected.map(({ needId }) => needId))
    const closed = (await this.closed()).filter(({ needId }) => !known.has(needId))
    return { texts: [...closed, ...corrected].map(plain), unknown: new Map() }
  }

  private async codes(): Promise<Map<string, string>> {
    const leaves = await this.routing.leaves()
    return new Map(leaves.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]))
  }

  /** By `ix_need_state`, the newest first. */
  private async closed(): Promise<Told[]> {
    return (
      this.unitOfWork.reader
        .createQueryBuilder()
        // By its table: the need belongs to a capability that builds on this one.
        .from('need', 'need')
        .innerJoin('category', 'category', 'category.id = need.categoryId')
        .select('need.id', 'needId')
        .addSelect('need.text', 'text')
        .addSelect('category.code', 'code')
        .where("need.state = 'closed'")
        .orderBy('need.submittedAt', 'DESC')
        .addOrderBy('need.id', 'DESC')
        .limit(MOST)
        .getRawMany<Told>()
    )
  }

  /** By `ix_routing_example_at`; of what was decided about one need, the last counts. */
  private async corrected(): Promise<Told[]> {
    const newest = await this.unitOfWork.reader
      .createQueryBuilder(RoutingExample, 'example')
      .innerJoin('need', 'need', 'need.id = example.needId')
      .innerJoin('category', 'category', 'category.id = example.categoryId')
      .select('example.needId', 'needId')
      .addSelect('need.text', 'text')
      .addSelect('category.code', 'code')
      .orderBy('example.at', 'DESC')
      .addOrderBy('example.id', 'DESC')
      .limit(MOST)
      .getRawMany<Told>()
    return [...new Map(newest.reverse().map((told) => [told.needId, told])).values()]
  }
}

const plain = ({ code, text }: Told): SiteText => ({ code, text })

const siteText = (code: string, row: LedgerRow): SiteText => {
  const text = { code, text: textOf(row) }
  return row.detail === '' ? text : { ...text, subject: row.subject }
}
