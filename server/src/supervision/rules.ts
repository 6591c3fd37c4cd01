import {
  type ClockKind,
  firedKey,
  type OrderRule,
  rulesFor,
  type Signal,
  type SupervisionRule,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { WorkOrder } from '../handling/index.js'
import { insertRows, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { FiredRule } from './fired-rule.entity.js'
import { Issuing } from './issuing.js'
import { type StaffTelling, StaffNotices } from './staff-notices.js'
import { Subjects } from './subjects.js'
import { subjectId, type Supervised } from './supervised.js'
import { complaintWarnings, demands, noticeWords } from './words.js'

/** Something that happened, and may give cause for supervision. */
export interface Occasion {
  /** Of a need, or of a complaint that is about none. */
  about: string
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
  supervised: Supervised
  workOrder: WorkOrder | null
  clock: ClockKind | undefined
  dueAt: Date | null
}

/** Work of the hotline and of the supervision office, not of the department that has the need. */
const officeClocks: readonly (ClockKind | undefined)[] = ['dispatch', 'complaintResponse']

/** Supervision by rule. WORKFLOW §6: each rule fires once for its subject, whoever hears of it how often. */
@Injectable()
export class Rules {
  constructor(
    private readonly issuing: Issuing,
    private readonly subjects: Subjects,
    private readonly staffNotices: StaffNotices,
    private readonly present: Present,
  ) {}

  /** Some statements for all, and four for each supervision order. */
  async apply(tx: Tx, occasions: readonly Occasion[]): Promise<void> {
    const at = this.present.now()
    const firings = await this.firstTimes(tx, occasions, at)
    if (firings.length === 0) return
    await insertRows(
      tx,
      FiredRule,
      firings.map(({ key }) => ({ key, at })),
    )
    const warned = firings.filter(({ rule }) => rule.level === 0).map((firing) => warning(firing, at))
    const issued: StaffTelling[] = []
    for (const ofOne of bySubject(firings)) issued.push(...(await this.issue(tx, ofOne, at)))
    await this.staffNotices.tell(tx, [...warned, ...issued])
  }

  /** The supervision orders about one need or complaint, in one change of it. */
  private async issue(tx: Tx, firings: readonly Firing[], at: Date): Promise<StaffTelling[]> {
    const [first] = firings
    if (!first) return []
    const { supervised } = first
    const tellings: StaffTelling[] = []
    for (const firing of firings) {
      const { rule, workOrder } = firing
      if (!isOrderRule(rule) || rule.cause === 'byHand') continue
      const { cause, level, tells } = rule
      const about = { cause, level, demand: demands[cause], departmentId: departmentOf(firing), workOrder }
      const order = await this.issuing.issue(tx, supervised, about, null)
      const words = noticeWords.issued(supervised.subject, level, order.dueAt, at)
      tellings.push({ ...telling(firing, at), supervisionOrderId: order.id, words, tells })
    }
    if (tellings.length > 0) await supervised.change.save(tx)
    return tellings
  }

  /** By primary key, three times. */
  private async firstTimes(tx: Tx, occasions: readonly Occasion[], at: Date): Promise<Firing[]> {
    const set = occasions.filter(({ signal }) => rulesFor(signal).length > 0)
    if (set.length === 0) return []
    const subjects = await this.subjects.among(
      tx,
      set.map(({ about }) => about),
      at,
    )
    const orderIds = set.flatMap(({ workOrderId }) => workOrderId ?? [])
    const orders = byId(orderIds.length > 0 ? await tx.findBy(WorkOrder, { id: In(orderIds) }) : [])
    const firings = set.flatMap(({ about, workOrderId, clockId, signal, dueAt }) => {
      const supervised = subjects.get(about)
      if (!supervised) return []
      const clock = 'clock' in signal ? signal.clock : undefined
      const rules = rulesFor(signal).filter(({ once }) => once === 'complaint' || !supervised.isOver)
      return rules.map((rule): Firing => {
        const key = firedKey(rule, {
          needId: about,
          workOrderId,
          clockId: clockId ?? null,
          ...(clock && { clock }),
        })
        const workOrder = orders.get(workOrderId ?? '') ?? null
        return { rule, key, supervised, workOrder, clock, dueAt: dueAt ? new Date(dueAt) : null }
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

const departmentOf = ({ clock, workOrder, supervised }: Firing): string | null =>
  officeClocks.includes(clock) ? null : (workOrder?.departmentId ?? supervised.departmentId)

const telling = (firing: Firing, at: Date): Omit<StaffTelling, 'words' | 'tells'> => ({
  needId: firing.supervised.subject.needId,
  workOrderId: firing.workOrder?.id ?? null,
  departmentId: departmentOf(firing),
  handlerId: firing.workOrder?.handlerId ?? null,
  at,
})

function warning(firing: Firing, at: Date): StaffTelling {
  const { rule, supervised, clock, dueAt } = firing
  const { title, complaintId } = supervised.subject
  const words = complaintId === null ? undefined : complaintWarnings[rule.cause]?.(title)
  const about = { title, ...(clock && { clock }), dueAt }
  return { ...telling(firing, at), words: words ?? noticeWords.dueSoon(about, at), tells: rule.tells }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))

function bySubject(firings: readonly Firing[]): Firing[][] {
  const groups = new Map<string, Firing[]>()
  for (const firing of firings) {
    const id = subjectId(firing.supervised.subject)
    groups.set(id, [...(groups.get(id) ?? []), firing])
  }
  return [...groups.values()]
}
