import {
  answerResultWords,
  contactWayWords,
  formatDate,
  formatPromise,
  type NeedAct,
  type NeedState,
  ratingLevelWords,
  residentStateWords,
  rejectReasonWords,
  supervisionCauseWords,
  supervisionLevelWords,
  type WorkOrderAct,
} from '@minsheng/shared'
import type { EventAct, EventData, NeedEvent } from './need-event.entity.js'
import type { Need } from './need.entity.js'

/** What a sentence of a story may name. */
export interface Named {
  department: (id: string | undefined) => string
  category: (id: string | undefined) => string
}

export interface Told {
  title: string
  detail: string | null
  attachmentIds: readonly string[]
}

type Teller = (data: EventData, named: Named, event: NeedEvent) => Told | undefined

const told = (title: string, detail: string | null = null, attachmentIds: readonly string[] = []): Told => ({
  title,
  detail,
  attachmentIds,
})
const contacted = { phone: '打电话联系了您', visit: '上门找过您', wechat: '发微信联系了您' } as const

/**
 * What the complainant is told of each act, in plain words. An allow-list: an act that is not here, and a field
 * that is not named here (a contact's note, a reviewer's reason, a dispatcher's remark), is never shown.
 */
export const toldToResident: Partial<Record<EventAct, Teller>> = {
  submit: (data, _named, { actorKind }) =>
    told(
      actorKind === 'staff' ? '网格员替您提交了诉求' : '您提交了诉求',
      data.isGreenChannel ? '走绿色通道，优先办理' : null,
      data.attachmentIds,
    ),
  dispatch: (data, named, event) => (data.role === 'assist' ? calledToHelp : sentTo)(data, named, event),
  correctCategory: (data, { category }) => told(`您把分类更正为“${category(data.categoryId)}”`),
  reject: (data) =>
    told(data.rejectReason ? rejectReasonWords[data.rejectReason] : residentStateWords.rejected, data.reason),
  appeal: (data) => told('您提出了申诉，由另一位工作人员处理', data.text ?? null, data.attachmentIds),
  withdraw: () => told('您撤回了诉求'),
  merge: (data, { department }) =>
    data.masterId
      ? told(
          '与同类诉求一起办理',
          data.departmentId ? `由${department(data.departmentId)}负责，办好后请您评价` : null,
        )
      : told(`另有 ${data.merged?.length ?? 0} 件同类诉求，一起办理`),
  split: (data) => (data.merged ? undefined : told('恢复单独办理，答复您的时间和之前一样')),
  accept: (data, { department }) =>
    told(`${department(data.departmentId)}收到了，开始${data.role === 'assist' ? '协助' : ''}办理`),
  contact: (data, { department }) =>
    data.how && told(`${department(data.departmentId)}${contacted[data.how]}`),
  ask: (data, { department }) => told(`${department(data.departmentId)}请您补充情况`, data.text),
  supply: (data, _named, { actorKind }) =>
    actorKind === 'system'
      ? told('没有等到补充，按现有情况继续办理')
      : told('您补充了情况', data.text ?? null, data.attachmentIds),
  plan: (data, { department }) =>
    told(
      `${department(data.departmentId)}列入计划`,
      `预计${data.publicAt ? formatDate(data.publicAt) : ''}前办好，负责人：${data.owner ?? ''}。${data.text ?? ''}`,
    ),
  resume: (data, { department }) => told(`${department(data.departmentId)}恢复办理`),
  submitAnswer: (data, { department }) =>
    data.role === 'assist'
      ? told(`${department(data.departmentId)}完成了协助的部分`)
      : told(`${department(data.departmentId)}办完了，正在核对答复`),
  answer: (data, { department }) =>
    told(`${department(data.departmentId)}答复了您`, data.text, data.attachmentIds),
  requestReturn: (data) => (data.role === 'assist' ? undefined : told('正在核实由哪个单位办理')),
  decideReturn: (data, { department }) =>
    data.departmentId && data.role !== 'assist'
      ? told(`确定由${department(data.departmentId)}办理`)
      : undefined,
  decideExtension: (data, { department }) =>
    data.isGranted && data.role !== 'assist'
      ? told(`${department(data.departmentId)}需要更多时间，延期 ${data.workdays ?? 0} 个工作日`)
      : undefined,
  rate: (data) =>
    data.level &&
    told(
      `您评价：${ratingLevelWords[data.level]}`,
      [solvedWords(data.solved), ...(data.tags ?? []), data.words].filter(Boolean).join('，') || null,
    ),
  followUp: ({ holds }) =>
    holds === undefined
      ? told('办好四周了，问您一次：还好吗？')
      : told(holds ? '您说：一直很好' : '您说：问题又出现了'),
  callBack: ({ isReached, hasNoPhone, level, solved }) =>
    isReached
      ? told(
          '工作人员打电话回访了您',
          [level && ratingLevelWords[level], solvedWords(solved)].filter(Boolean).join('，') || null,
        )
      : told(hasNoPhone ? '想听听您的评价，但您没有留电话' : '工作人员打电话回访，没有联系上您'),
  recompute: ({ dueAt }, _named, { at }) =>
    told('放假安排已公布，答复您的时间重新算过了', dueAt ? formatPromise(new Date(dueAt), at) : null),
  conclude: () => told('多次办理仍没有解决，如实记为没有解决', '经两位监督人员核对，到此结束办理'),
  lapse: () => told('14 天没有收到您的评价，先结束办理了'),
  reopen: (data) => told('您要求重新办理', data.text ?? null, data.attachmentIds),
  remind: (data, { department }) =>
    told('您催了一次', `已转告${data.departmentId ? department(data.departmentId) : '工作人员'}和负责人`),
  supervise: (data, { department }) =>
    data.supervisionLevel &&
    told(
      data.departmentId ? `已要求${department(data.departmentId)}尽快办好` : '已要求尽快办好',
      '由专人监督，限期说明情况',
    ),
}

/** What whoever's need follows another one is told of that: the same, of what departments do, and their public words. */
export const toldOfMaster: Partial<Record<EventAct, Teller>> = Object.fromEntries(
  (['dispatch', 'accept', 'plan', 'resume', 'submitAnswer', 'decideReturn', 'decideExtension'] as const).map(
    (act) => [act, toldToResident[act]],
  ),
)

const calledToHelp: Teller = (data, { department }) => told(`请${department(data.departmentId)}协助办理`)
const sentTo: Teller = (data, { department, category }, { round, actorKind }) =>
  round > 1 && actorKind === 'system'
    ? told(`${department(data.departmentId)}重新办理`, `第 ${round} 次办理，期限减半`)
    : told(
        `转给${department(data.departmentId)}`,
        data.categoryId ? `“${category(data.categoryId)}”由${department(data.departmentId)}负责` : null,
      )

const solvedWords = (solved: boolean | null | undefined): string | null => {
  if (solved === true) return '问题解决了'
  return solved === false ? '问题还没解决' : null
}

/** What comes next, as the complainant is told. */
export const nextForResident: Record<NeedState, string> = {
  submitted: '接下来：工作人员确认由哪个单位办理',
  dispatched: '接下来：负责的单位收到后联系您',
  handling: '接下来：办好后答复您，请您评价',
  waiting: '接下来：请您补充情况。3 个工作日没有补充，就按现有情况办理',
  planned: '接下来：到计划日期后继续办理',
  answered: '接下来：请您看看办得怎么样，点一下就行',
  closed: '这件事已办完。30 天内如又出现，可以重新办理一次',
  rejected: '如有不同意见，15 天内可以申诉一次，由另一位工作人员处理；也可拨打 12345',
  withdrawn: '您已撤回。需要时可以重新提交',
  merged: '接下来：同类诉求一起办好后答复您，请您评价',
}

/** Instead of it, when it is too late for what it speaks of. */
export const nextWhenTooLate: Partial<Record<NeedState, { act: NeedAct; words: string }>> = {
  closed: { act: 'reopen', words: '这件事已办完。问题又出现的话，请重新提交一件' },
  rejected: { act: 'appeal', words: '申诉时间已过。情况有变化，请重新提交一件，也可拨打 12345' },
}

type Standing = Pick<Need, 'state' | 'isSolved'>
/** Only two supervisors close what is not solved: a bad rating leads to rework. */
export const isUnsolved = ({ state, isSolved }: Standing): boolean => state === 'closed' && isSolved === false
/** The state, where a resident reads it. */
export const stateWordsOf = (need: Standing): string =>
  isUnsolved(need) ? '没有解决' : residentStateWords[need.state]

/** Instead of what comes next, for what two supervisors have ended: closed is not solved. */
export const nextWhenUnsolved = {
  inTime: '这件事没有解决，已如实记录。30 天内可以要求重新办理一次，也可以投诉或拨打 12345',
  tooLate: '这件事没有解决，已如实记录。有意见可以投诉，也可拨打 12345',
} as const

/** @param allowed what the complainant may do now */
export function nextOf(
  state: NeedState,
  allowed: readonly NeedAct[],
  isUnsolved = false,
): { next: string; isTooLate: boolean } {
  if (isUnsolved) {
    const isTooLate = !allowed.includes('reopen')
    return { next: nextWhenUnsolved[isTooLate ? 'tooLate' : 'inTime'], isTooLate }
  }
  const late = nextWhenTooLate[state]
  return late && !allowed.includes(late.act)
    ? { next: late.words, isTooLate: true }
    : { next: nextForResident[state], isTooLate: false }
}

/** In place of the name of a department that is gone. */
export const unnamedDepartment = '负责的单位'

/** The name of each act on the desk. */
const deskTitles: Record<EventAct, string> = {
  submit: '提交',
  dispatch: '派单',
  reject: '不予受理',
  appeal: '诉求人申诉',
  withdraw: '撤回',
  correctCategory: '诉求人更正分类',
  merge: '并案',
  split: '拆分',
  accept: '签收',
  contact: '首次联系',
  ask: '请诉求人补充',
  supply: '补充',
  plan: '列入计划',
  resume: '恢复办理',
  assist: '请求协办',
  waive: '免去协办',
  extend: '申请延期',
  decideExtension: '延期审批',
  submitAnswer: '提交答复',
  requestReturn: '申请退单',
  decideReturn: '退单裁决',
  approve: '审核通过',
  sendBack: '审核退回',
  answer: '答复',
  rate: '评价',
  lapse: '到期未评价，办结',
  conclude: '签署办结',
  reopen: '重新办理',
  cancel: '取消',
  remind: '诉求人催办',
  supervise: '督办',
  takeUp: '认领督办单',
  feedBack: '督办反馈',
  askAgain: '要求补充反馈',
  settle: '督办办结',
  revoke: '撤销督办',
  proposeExclusion: '提请不计入三率',
  confirmExclusion: '同意不计入三率',
  declineExclusion: '不同意剔除，照常计入三率',
  recompute: '时限重算',
  followUp: '四周后再问',
  callBack: '电话回访',
  restore: '恢复',
} satisfies Record<EventAct | WorkOrderAct, string>

/** What the desk is told of an act: everything, in one line. */
export function toldToStaff(event: NeedEvent, named: Named): Told {
  const { act, data, at } = event
  const parts = [
    data.supervisionNo,
    data.supervisionLevel && supervisionLevelWords[data.supervisionLevel],
    data.cause && supervisionCauseWords[data.cause],
    data.departmentId && named.department(data.departmentId),
    data.role === 'assist' && '协办',
    data.departmentIds?.map((id) => named.department(id)).join('、'),
    data.merged?.join('、'),
    data.workdays && `${data.workdays} 个工作日`,
    data.isGranted !== undefined && (data.isGranted ? '同意' : '不同意'),
    data.owner && `负责人：${data.owner}`,
    data.publicAt && `预计${formatDate(data.publicAt)}`,
    data.categoryId && named.category(data.categoryId),
    data.how && contactWayWords[data.how],
    data.result && answerResultWords[data.result],
    data.isReached === false && (data.hasNoPhone ? '没有留电话，无法回访' : '没有联系上'),
    data.level && ratingLevelWords[data.level],
    data.holds !== undefined && (data.holds ? '一直很好' : '问题又出现了'),
    data.rejectReason && rejectReasonWords[data.rejectReason],
    solvedWords(data.solved),
    data.tags?.join('、'),
    data.words,
    data.reason,
    data.legalBasis && `依据：${data.legalBasis}`,
    data.suggestedDepartmentId && `建议：${named.department(data.suggestedDepartmentId)}`,
    data.note,
    data.text,
    data.evidenceNote && `照片说明：${data.evidenceNote}`,
    act === 'recompute' && data.dueAt && formatPromise(new Date(data.dueAt), at),
  ]
  return told(deskTitles[act], parts.filter(Boolean).join('　') || null, data.attachmentIds)
}
