import {
  appealDays,
  assistingMax,
  DAY,
  isOpenNeed,
  type NeedGuard,
  questionsMax,
  rejectExplanationMin,
  reopenDays,
  shanghaiDate,
  strictRound,
} from '@minsheng/shared'
import { conflict, forbidden, type Problem, unprocessable } from '../platform/problem.js'
import { firstSigner, isBad, leadOf, type NeedFacts, openAssists, ratingOfRound } from './facts.js'
import type { Need } from './need.entity.js'

/** What an act on a need brings along. Undefined as a whole when somebody only asks what is allowed. */
export interface NeedGiven {
  text?: string | undefined
  attachmentIds?: readonly string[] | undefined
  departments?: { lead: string; assisting: readonly string[] }
  plan?: { text: string; owner: string; publicAt: string }
  /** What a need is merged into, and whether it has merged ones itself. */
  master?: { need: Need; hasMerged: boolean }
}
type Guard = (facts: NeedFacts, given: NeedGiven | undefined) => Problem | undefined

const refuse = (isRefused: boolean, problem: () => Problem): Problem | undefined =>
  isRefused ? problem() : undefined

const lengthOf = (text = ''): number => [...text.trim()].length
const isEmpty = ({ text, attachmentIds = [] }: NeedGiven): boolean =>
  lengthOf(text) === 0 && attachmentIds.length === 0

/** Shared by the dispatch of a need and by the later call for help. */
export function tooManyAssisting(
  departments: { lead: string; assisting: readonly string[] } | undefined,
  already: readonly string[] = [],
): Problem | undefined {
  if (!departments) return undefined
  const all = [...already, ...departments.assisting]
  if (new Set([departments.lead, ...all]).size <= all.length)
    return unprocessable('assisting_twice', '有单位重复了，或者就是主办单位，请去掉后再派')
  return refuse(all.length > assistingMax, () =>
    unprocessable('assisting_too_many', `协办单位最多 ${assistingMax} 个，请留下必需的`),
  )
}

/** The one who asked judges, not the one who wrote it down. WORKFLOW §1 "rate" */
const filerCannotRate = (): Problem =>
  forbidden('filer_cannot_rate', '这件是您替居民提交的，由居民本人评价。请让本人登录后评价，或等电话回访')

/** When the need was last rejected. */
const rejection = ({ events }: NeedFacts) => events.findLast(({ act }) => act === 'reject')

const isPlanComplete = ({ text, owner }: { text: string; owner: string }): boolean =>
  lengthOf(text) > 0 && lengthOf(owner) > 0

/** Whether a need's lead order waits for anything but its department's work. */
const leadIsBusy = ({ orders }: NeedFacts): boolean => leadOf(orders)?.state !== 'working'

/**
 * The guards of the table by their names. WORKFLOW §1. Each answers the refusal, or nothing when it holds.
 * One that is about what an act brings along holds as long as nobody has brought anything.
 */
export const needGuardChecks: Readonly<Record<NeedGuard, Guard>> = {
  assistingAtMostTen: (_, given) => tooManyAssisting(given?.departments),
  anotherDispatcher: (facts) =>
    refuse(facts.by.id !== null && rejection(facts)?.actorId === facts.by.id, () =>
      unprocessable('another_dispatcher', '申诉件要由另一位分拨员处理，请交给同事'),
    ),
  explained: (_, given) =>
    refuse(given !== undefined && lengthOf(given.text) < rejectExplanationMin, () =>
      unprocessable('reject_needs_reason', `请写清理由，不少于 ${rejectExplanationMin} 个字`),
    ),
  appealOnce: ({ events }) =>
    refuse(
      events.some(({ act }) => act === 'appeal'),
      () => conflict('appeal_once', '已经申诉过一次，另一位工作人员重新看过了。如仍有意见，请拨打 12345'),
    ),
  appealInTime: (facts) =>
    refuse(facts.at.getTime() > (rejection(facts)?.at.getTime() ?? 0) + appealDays * DAY, () =>
      conflict('appeal_too_late', `已超过 ${appealDays} 天，不能申诉。请重新提交诉求`),
    ),
  notItself: ({ need }, given) =>
    refuse(need.id === given?.master?.need.id, () =>
      unprocessable('merge_into_itself', '不能并入自己，请另选主件'),
    ),
  masterOpen: (_, given) =>
    refuse(given?.master !== undefined && !isOpenNeed(given.master.need.state), () =>
      conflict('master_not_open', '主件不在办理中，或已经并入别的诉求，请另选主件'),
    ),
  masterDispatched: ({ need }, given) =>
    refuse(given?.master?.need.state === 'submitted' && need.state !== 'submitted', () =>
      conflict('master_not_dispatched', '主件还没有派单，请先派单，或换一件作主件'),
    ),
  notAMaster: ({ need }, given) =>
    refuse(given?.master?.hasMerged === true, () =>
      conflict('merge_has_merged', `${need.receiptNo} 已有别的诉求并入，请把它作为主件，或先拆分`),
    ),
  leadIsWorking: (facts) =>
    refuse(leadIsBusy(facts), () =>
      conflict('lead_not_working', '主办单位还没签收、正在退单或已提交答复，请刷新后再看'),
    ),
  askedAtMostTwice: ({ events }) =>
    refuse(events.filter(({ act }) => act === 'ask').length >= questionsMax, () =>
      unprocessable('asked_twice', `已请诉求人补充过 ${questionsMax} 次，请按现有情况办理，或直接联系`),
    ),
  notInLastTenth: ({ orders, at, deadlines }) => {
    const lead = leadOf(orders)
    return refuse(lead !== undefined && deadlines.isInLastTenth(lead, at), () =>
      unprocessable('ask_too_late', '办结时限快到了，不能再请诉求人补充，请直接联系'),
    )
  },
  supplied: (_, given) =>
    refuse(given !== undefined && isEmpty(given), () =>
      unprocessable('supply_needs_content', '请写一句，或附一张照片、一段录音'),
    ),
  notUrgent: ({ need }) =>
    refuse(need.urgency === 'critical' || need.urgency === 'urgent', () =>
      unprocessable('plan_urgent', '特急、紧急事项不能列入计划，请马上办理'),
    ),
  planned: ({ at }, given) => {
    if (!given?.plan) return undefined
    if (!isPlanComplete(given.plan)) return unprocessable('plan_incomplete', '请写明怎么办、由谁负责')
    return refuse(given.plan.publicAt <= shanghaiDate(at), () =>
      unprocessable('plan_date_past', '预计日期要晚于今天，请重新选择'),
    )
  },
  assistsSettled: ({ orders }) => assistsSettled(orders),
  ratedThisRound: ({ need, events }) =>
    refuse(need.state === 'closed' && !ratingOfRound(events, need.round), () =>
      conflict('rating_too_late', '评价已过 14 天。问题还在的话，请点“重新办理”'),
    ),
  notByFiler: ({ need, by }) => refuse(by.id !== null && need.filedById === by.id, filerCannotRate),
  reworkedTwice: ({ need, events }) =>
    refuse(need.round < strictRound || !isBad(ratingOfRound(events, need.round - 1)), () =>
      unprocessable('conclude_too_early', '重办两次以上仍不满意的，才能办结归档，请等诉求人评价'),
    ),
  firstSignature: (facts) =>
    refuse(firstSigner(facts) !== null, () =>
      conflict('conclude_second_signature', '已有一位督办员签署，请另一位督办员再签'),
    ),
  secondSignature: (facts) =>
    refuse(firstSigner(facts) === null || firstSigner(facts) === facts.by.id, () =>
      unprocessable('conclude_other_person', '您已签署，请另一位督办员再签'),
    ),
  reopenOnce: ({ need }) =>
    refuse(need.reopenings > 0, () => conflict('reopen_once', '已经重新办理过一次，如仍不满意请拨打 12345')),
  reopenInTime: ({ need, at }) =>
    refuse(at.getTime() > (need.closedAt?.getTime() ?? 0) + reopenDays * DAY, () =>
      conflict('reopen_too_late', `办完已超过 ${reopenDays} 天，请重新提交一件诉求`),
    ),
  reopenReason: (_, given) =>
    refuse(given !== undefined && isEmpty(given), () =>
      unprocessable('reopen_needs_reason', '请写一句哪里没办好，或拍张照片'),
    ),
}

/** Every assisting department has answered, or was waived in words, which ends its order. */
export function assistsSettled(orders: NeedFacts['orders']): Problem | undefined {
  return refuse(openAssists(orders).length > 0, () =>
    unprocessable('assists_open', '协办单位还没有都答复。请等答复，或写明理由免去协办'),
  )
}
