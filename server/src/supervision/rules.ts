import {
  type ClockKind,
  firedKey,
  type NeedState,
  type OrderRule,
  rulesFor,
  type Signal,
  type SupervisionRule,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Need, NeedChange, WorkOrder } from '../handling/index.js'
import { insertRows, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { FiredRule } from './fired-rule.entity.js'
import { Issuing } from './issuing.js'
import { type StaffTelling, StaffNotices } from './staff-notices.js'
import { demands, noticeWords } from './words.js'

/** Something that happened, and may give cause for supervision. */
export interface Occasion {
  needId: string
  workOrderId: string | null
  clockId?: string | null
  /** When the limit ends, or ended. */
  dueAt?: string | null
  signal: Signal
}

/** A rule that fires for the first time. */
interface Firing {
  rule: SupervisionRule
  key: string
  need: Need
  workOrder: WorkOrder | null
  clock: ClockKind | undefined
  dueAt: Date | null
}

/** What nobody works on any more is not supervised either; a complaint about it is. */
const over: readonly NeedState[] = ['rejected', 'withdrawn', 'merged']
/** Work of the hotline and of the supervision office, not of the department that has the need. */
const officeClocks: readonly (ClockKind | undefined)[] = ['dispatch', 'complaintResponse']

/** Supervision by rule. WORKFLOW §6: each rule fires once for its subject, whoever hears of it how often. */
@Injectable()
export class Rules {
  constructor(
    private readonly issuing: Issuing,
    private readonly staffNotices: StaffNotices,
    private readonly present: Present,
  ) {}

  /** Some statements for all, and four for each supervision order. */
  async apply(tx: Tx, occasions: readonly Occasion[]): Promise<void> {
    const firings = await this.firstTimes(tx, occasions)
    if (firings.length === 0) return
    const at = this.present.now()
    await insertRows(
      tx,
      FiredRule,
      firings.map(({ key }) => ({ key, at })),
    )
    const warned = firings.filter(({ rule }) => rule.level === 0).map((firing) => warning(firing, at))
    const issued: StaffTelling[] = []
    for (const ofNeed of byNeed(firings)) issued.push(...(await this.issue(tx, ofNeed, at)))
    await this.staffNotices.tell(tx, [...warned, ...issued])
  }

  /** The supervision orders of one need, in one change of it. */
  private async issue(tx: Tx, firings: readonly Firing[], at: Date): Promise<StaffTelling[]> {
    const [first] = firings
    if (!first) return []
    const change = new NeedChange(first.need, at)
    const tellings: StaffTelling[] = []
    for (const firing of firings) {
      const { rule, workOrder } = firing
      if (!isOrderRule(rule) || rule.cause === 'byHand') continue
      const { cause, level, tells } = rule
      const about = { cause, level, demand: demands[cause], departmentId: departmentOf(firing), workOrder }
      const order = await this.issuing.issue(tx, change, about, null)
      const words = noticeWords.issued(first.need, level, order.dueAt, at)
      tellings.push({ ...telling(firing, at), supervisionOrderId: order.id, words, tells })
    }
    if (tellings.length > 0) await change.save(tx)
    return tellings
  }

  /** By primary key, three times. */
  private async firstTimes(tx: Tx, occasions: readonly Occasion[]): Promise<Firing[]> {
    const set = occasions.filter(({ signal }) => rulesFor(signal).length > 0)
    if (set.length === 0) return []
    const needs = byId(await tx.findBy(Need, { id: In(set.map(({ needId }) => needId)) }))
    const orderIds = set.flatMap(({ workOrderId }) => workOrderId ?? [])
    const orders = byId(orderIds.length > 0 ? await tx.findBy(WorkOrder, { id: In(orderIds) }) : [])
    const firings = set.flatMap(({ needId, workOrderId, clockId, signal, dueAt }) => {
      const need = needs.get(needId)
      if (!need) return []
      const clock = 'clock' in signal ? signal.clock : undefined
      const rules = rulesFor(signal).filter(({ once }) => once === 'complaint' || !over.includes(need.state))
      return rules.map((rule): Firing => {
        const key = firedKey(rule, { needId, workOrderId, clockId: clockId ?? null, ...(clock && { clock }) })
        const workOrder = orders.get(workOrderId ?? '') ?? null
        return { rule, key, need, workOrder, clock, dueAt: dueAt ? new Date(dueAt) : null }
      })
    })
    return this.unknown(tx, firings)
  }

  private async unknown(tx: Tx, firings: readonly Firing[]): Promise<Firing[]> {
    if (firings.length === 0) return []
    const keys = await tx.findBy(FiredRule, { key: In(firings.map(({ key }) => key)) })
    const seen = new Set(keys.map(({ key }) => key))
    return firings.filter(({ key }) => !seen.has(key) && seen.add(key))
  }
}

const isOrderRule = (rule: SupervisionRule): rule is OrderRule => rule.level > 0

const departmentOf = ({ clock, workOrder, need }: Firing): string | null =>
  officeClocks.includes(clock) ? null : (workOrder?.departmentId ?? need.departmentId)

const telling = (firing: Firing, at: Date): Omit<StaffTelling, 'words' | 'tells'> => ({
  needId: firing.need.id,
  workOrderId: firing.workOrder?.id ?? null,
  departmentId: departmentOf(firing),
  handlerId: firing.workOrder?.handlerId ?? null,
  at,
})

function warning(firing: Firing, at: Date): StaffTelling {
  const { rule, need, clock, dueAt } = firing
  const about = { title: need.title, ...(clock && { clock }), dueAt }
  return { ...telling(firing, at), words: noticeWords.dueSoon(about, at), tells: rule.tells }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))

function byNeed(firings: readonly Firing[]): Firing[][] {
  const groups = new Map<string, Firing[]>()
  for (const firing of firings) groups.set(firing.need.id, [...(groups.get(firing.need.id) ?? []), firing])
  return [...groups.values()]
}
