import {
  answerTextMin,
  evidenceNoteMin,
  extensionMax,
  isOverdue,
  returnsMax,
  strictRound,
  waiverMin,
  type WorkOrderGuard,
} from '@minsheng/shared'
import { conflict, type Problem, unprocessable } from '../platform/problem.js'
import { extensionOf, openAssists, type OrderFacts, returnRequests } from './facts.js'
import { assistsSettled, tooManyAssisting } from './need-guards.js'
import type { EventAct } from './need-event.entity.js'
import { isOpen } from './work-order.entity.js'

/** What an answer's photos show: nothing where there is none, something, or also when and where. */
export type Photos = 'none' | 'some' | 'placed'

/** What an act on an order brings along. Undefined as a whole when somebody only asks what is allowed. */
export interface OrderGiven {
  answer?: { text: string; needsEvidence: boolean; photos: Photos; evidenceNote?: string | undefined }
  assisting?: readonly string[]
  departmentId?: string
  reason?: string
  workdays?: number
}
type Guard = (facts: OrderFacts, given: OrderGiven | undefined) => Problem | undefined

const refuse = (isRefused: boolean, problem: () => Problem): Problem | undefined =>
  isRefused ? problem() : undefined
const lengthOf = (text: string): number => [...text.trim()].length

const handling: readonly EventAct[] = ['accept', 'contact', 'submitAnswer', 'requestReturn', 'extend', 'ask']

/** Whether somebody has had a hand in an order; nobody reviews what they handled. WORKFLOW §2 "approve". */
const hasHandled = ({ by, order, events }: OrderFacts): boolean =>
  events.some(
    ({ actorId, workOrderId, act }) =>
      actorId === by.id && workOrderId === order.id && handling.includes(act),
  )

/** The guards of the table by their names. WORKFLOW §2. Like those of needs, each answers the refusal or nothing. */
export const workOrderGuardChecks: Readonly<Record<WorkOrderGuard, Guard>> = {
  needInHandling: ({ need, order }) =>
    refuse(order.role === 'lead' && need.state !== 'dispatched' && need.state !== 'handling', () =>
      conflict('need_not_in_handling', '诉求正在等待补充或已列入计划，恢复办理后再操作'),
    ),
  leadOnly: ({ order }) =>
    refuse(order.role !== 'lead', () => unprocessable('lead_only', '只有主办工单可以请其他单位协办')),
  assistOnly: ({ order }) =>
    refuse(order.role !== 'assist', () => unprocessable('assist_only', '只能免去协办单位，主办单位不能免')),
  assistingAtMostTen: ({ order, orders }, given) => {
    const already = openAssists(orders).map(({ departmentId }) => departmentId)
    const { departmentId: lead } = order
    return given?.assisting && tooManyAssisting({ lead, assisting: given.assisting }, already)
  },
  waived: (_, given) =>
    refuse(given !== undefined && lengthOf(given.reason ?? '') < waiverMin, () =>
      unprocessable('waiver_too_short', `请写明为什么不再需要协办，不少于 ${waiverMin} 个字`),
    ),
  extendOnce: (facts) =>
    refuse(extensionOf(facts, facts.order) !== undefined, () =>
      unprocessable('extend_once', '这张工单已申请过延期，只能一次，请按时办理'),
    ),
  extendInTime: ({ order, at }) =>
    refuse(isOverdue(order.dueAt, at), () =>
      unprocessable('extend_too_late', '已过办结时限，不能再延期，请尽快答复'),
    ),
  extendAtMostTen: (_, given) =>
    refuse(given !== undefined && !isExtension(given.workdays ?? 0), () =>
      unprocessable('extension_out_of_range', `延期为 1 到 ${extensionMax} 个工作日，请改后再申请`),
    ),
  extensionAsked: (facts) => {
    const extension = extensionOf(facts, facts.order)
    return refuse(!extension || extension.decided !== undefined, () =>
      conflict('extension_not_asked', '这张工单没有待批的延期申请，请刷新后再看'),
    )
  },
  returnInTime: ({ order, at, deadlines }) =>
    refuse(at > deadlines.returnUntil(order.dispatchedAt, order.streetId), () =>
      unprocessable('return_too_late', '派单已超过 4 个工作小时，不能退单，请先办理'),
    ),
  returnOnce: (facts) => {
    const requests = returnRequests(facts)
    const isOwnSecond = requests.some(({ data }) => data.departmentId === facts.order.departmentId)
    return refuse(isOwnSecond || requests.length >= returnsMax, () =>
      unprocessable('return_once', '这件诉求的退单已有定论，不能再退，请先办理'),
    )
  },
  returnBeforeSecondRework: ({ order }) =>
    refuse(order.round >= strictRound, () => unprocessable('return_once', '第二次重办起不得退单，请办理')),
  departmentFree: ({ order, orders }, given) =>
    refuse(
      orders.some(
        (each) => each.id !== order.id && isOpen(each) && each.departmentId === given?.departmentId,
      ),
      () => unprocessable('department_has_order', '这个单位已经在办这件诉求，请选别的单位，或先免去它的协办'),
    ),
  answerLong: (_, given) =>
    refuse(given?.answer !== undefined && lengthOf(given.answer.text) < answerTextMin, () =>
      unprocessable('answer_too_short', `答复不少于 ${answerTextMin} 个字，请写清做了什么、结果怎样`),
    ),
  contacted: ({ order }, given) =>
    refuse(given?.answer !== undefined && !order.contactedAt, () =>
      unprocessable('answer_needs_contact', '请先联系诉求人并登记联系情况，再提交答复'),
    ),
  answerNew: ({ order, events }, given) => {
    const text = given?.answer?.text.trim()
    const earlier = events.filter(({ act, round }) => act === 'submitAnswer' && round < order.round)
    return refuse(text !== undefined && earlier.some(({ data }) => data.text?.trim() === text), () =>
      unprocessable('answer_same_as_before', '这是上一轮的原话，请写这一次做了什么'),
    )
  },
  evidence: (_, given) => {
    if (!given?.answer?.needsEvidence) return undefined
    const { photos, evidenceNote = '' } = given.answer
    if (photos === 'none')
      return unprocessable('answer_needs_evidence', '这类诉求的答复要附现场照片，请至少拍一张')
    return refuse(photos === 'some' && lengthOf(evidenceNote) < evidenceNoteMin, () =>
      unprocessable(
        'evidence_needs_note',
        `照片没有时间和地点，请写明何时、在哪里拍的（不少于 ${evidenceNoteMin} 个字），或到现场再拍一张`,
      ),
    )
  },
  assistsSettled: ({ order, orders }, given) =>
    order.role === 'lead' && given !== undefined ? assistsSettled(orders) : undefined,
  notHandledByReviewer: (facts) =>
    refuse(hasHandled(facts), () =>
      unprocessable('reviewer_handled_it', '自己办理的工单不能自己审核，请由其他审核人审核'),
    ),
  anotherReviewer: ({ order, events, by }) => {
    const reviewed = events.filter(({ act, round }) => act === 'approve' && round < order.round)
    const isAgain = order.round >= strictRound && reviewed.some(({ actorId }) => actorId === by.id)
    return refuse(isAgain, () =>
      unprocessable('another_reviewer', '第二次重办起要换人审核，请由其他审核人或督办员审核'),
    )
  },
}

const isExtension = (workdays: number): boolean =>
  Number.isInteger(workdays) && workdays >= 1 && workdays <= extensionMax
