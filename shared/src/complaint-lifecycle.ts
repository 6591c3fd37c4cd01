import type { Transition } from './lifecycle.js'

/** States of a complaint. WORKFLOW §3. */
export const complaintStates = [
  'filed',
  'responded',
  'investigating',
  'answered',
  'resolved',
  'rechecking',
  'escalated',
  'unresolved',
  'void',
] as const
export type ComplaintState = (typeof complaintStates)[number]

export const complaintStateWords: Record<ComplaintState, string> = {
  filed: '已提交',
  responded: '已响应',
  investigating: '核查中',
  answered: '已答复，请您确认',
  resolved: '已解决',
  rechecking: '复核中',
  escalated: '提级督办',
  unresolved: '办结未解决',
  void: '已撤回',
}

/** The same where the complainant reads it. */
export const complainantStateWords: Record<ComplaintState, string> = {
  ...complaintStateWords,
  responded: '已联系您',
  investigating: '正在核实',
  rechecking: '换人重新核实',
  escalated: '上级盯着办',
  unresolved: '没有解决',
}

export type ComplaintAct =
  | 'file'
  | 'addWords'
  | 'respond'
  | 'investigate'
  | 'extend'
  | 'answer'
  | 'confirm'
  | 'refuse'
  | 'escalate'
  | 'giveUp'
  | 'withdraw'
  | 'void'

/** What a complaint is about: a need that is worked on, the answer to one, a project, or the service as such. */
export const complaintSubjects = ['need', 'answer', 'project', 'service'] as const
export type ComplaintSubject = (typeof complaintSubjects)[number]

/** What must hold for an act on a complaint besides state and person. WORKFLOW §3. */
export const complaintGuards = {
  noneOpen: '诉求未撤回，没有正在处理的投诉',
  byPerson: '由督办员本人联系，写明方式和内容；被投诉单位的人不得办理',
  notResponded: '还没有人响应',
  responded: '已有人响应',
  extendOnce: '到期前，只能延期一次，最多 10 个工作日，写明理由',
  anotherPerson: '由没有答复过的另一位督办员复核',
  silent: '7 天没有确认，回访本人确认',
  notRechecked: '还没有复核过',
  rechecked: '已复核过，还没有提级',
  wasEscalated: '已提级督办过',
  overdue: '超过办结时限',
  repeated: '30 天内同一单位同一事项三件以上投诉',
  notReached: '7 天没有确认，回访三次没有联系上，或没有留电话',
  firstSignature: '还没有人签署，写明理由',
  secondSignature: '由另一位督办员签署',
} as const
export type ComplaintGuard = keyof typeof complaintGuards

/** The states in which a complaint waits for somebody; while it does, a second one is the same one. */
export const openComplaintStates = [
  'filed',
  'responded',
  'investigating',
  'answered',
  'rechecking',
  'escalated',
] as const satisfies readonly ComplaintState[]
export const isOpenComplaint = (state: ComplaintState): boolean =>
  (openComplaintStates as readonly ComplaintState[]).includes(state)

type Row = Transition<ComplaintState, ComplaintAct, ComplaintGuard>

/** The same act in many states, which it leaves as they are. */
const inEach = (states: readonly ComplaintState[], row: Omit<Row, 'from' | 'to'>): Row[] =>
  states.map((state) => ({ ...row, from: [state], to: state }))

/**
 * Acts on a complaint. WORKFLOW §3. The server enforces this table and the screens show what it allows. Nobody of
 * the department that is accused stands in it: what it sends as evidence is asked for, and changes nothing here.
 */
export const complaintActs: readonly Row[] = [
  { act: 'file', from: [null], to: 'filed', by: ['complainant'], guards: ['noneOpen'] },
  ...inEach(openComplaintStates, { act: 'addWords', by: ['complainant'] }),
  { act: 'respond', from: ['filed'], to: 'responded', by: ['supervisor'], guards: ['byPerson'] },
  {
    act: 'respond',
    from: ['escalated'],
    to: 'escalated',
    by: ['supervisor'],
    guards: ['byPerson', 'notResponded'],
  },
  { act: 'investigate', from: ['responded'], to: 'investigating', by: ['supervisor'] },
  { act: 'extend', from: ['investigating'], to: 'investigating', by: ['supervisor'], guards: ['extendOnce'] },
  { act: 'answer', from: ['investigating'], to: 'answered', by: ['supervisor'] },
  { act: 'answer', from: ['rechecking'], to: 'answered', by: ['supervisor'], guards: ['anotherPerson'] },
  {
    act: 'answer',
    from: ['escalated'],
    to: 'answered',
    by: ['supervisor'],
    guards: ['responded', 'anotherPerson'],
  },
  { act: 'confirm', from: ['answered'], to: 'resolved', by: ['complainant'] },
  {
    act: 'confirm',
    from: ['answered'],
    to: 'resolved',
    by: ['system'],
    outcome: 'called',
    guards: ['silent'],
  },
  {
    act: 'refuse',
    from: ['answered'],
    to: 'rechecking',
    by: ['complainant', 'system'],
    outcome: 'recheck',
    guards: ['notRechecked'],
  },
  {
    act: 'refuse',
    from: ['answered'],
    to: 'escalated',
    by: ['complainant', 'system'],
    outcome: 'escalate',
    guards: ['rechecked'],
  },
  {
    act: 'refuse',
    from: ['answered'],
    to: 'unresolved',
    by: ['complainant', 'system'],
    outcome: 'end',
    guards: ['wasEscalated'],
  },
  {
    act: 'escalate',
    from: ['filed', 'responded', 'investigating', 'rechecking'],
    to: 'escalated',
    by: ['system'],
    outcome: 'overdue',
    guards: ['overdue'],
  },
  {
    act: 'escalate',
    from: ['filed', 'responded', 'investigating', 'rechecking'],
    to: 'escalated',
    by: ['system'],
    outcome: 'repeated',
    guards: ['repeated'],
  },
  { act: 'giveUp', from: ['answered'], to: 'unresolved', by: ['system'], guards: ['notReached'] },
  { act: 'withdraw', from: [...openComplaintStates], to: 'void', by: ['complainant'] },
  ...inEach(openComplaintStates, {
    act: 'void',
    by: ['supervisor'],
    outcome: 'first',
    guards: ['firstSignature'],
  }),
  {
    act: 'void',
    from: [...openComplaintStates],
    to: 'void',
    by: ['supervisor'],
    outcome: 'second',
    guards: ['secondSignature'],
  },
]

/** What an investigation found. WORKFLOW §3 "answered". */
export const complaintFindings = ['true', 'partlyTrue', 'untrue'] as const
export type ComplaintFinding = (typeof complaintFindings)[number]
export const complaintFindingWords: Record<ComplaintFinding, string> = {
  true: '属实',
  partlyTrue: '部分属实',
  untrue: '不属实',
}

/** Why a complaint is escalated, and public. */
export const escalationCauses = ['refused', 'overdue', 'repeated'] as const
export type EscalationCause = (typeof escalationCauses)[number]
export const escalationCauseWords: Record<EscalationCause, string> = {
  refused: '复核后仍不认可',
  overdue: '超过办结时限',
  repeated: '30 天内同一单位同一事项三件以上投诉',
}

/** How many complaints about one department and one matter, in how many days, are escalated. WORKFLOW §3 */
export const repeatedComplaints = { count: 3, days: 30 } as const
/** How many workdays one extension can add. WORKFLOW §3 */
export const complaintExtensionMax = 10
/** An answer says at least so much. */
export const complaintAnswerMin = 20
/** What a department sends as evidence says at least so much. */
export const evidenceTextMin = 10

/** A person of the supervision office responds within so many hours, nights and holidays included. */
export const complaintResponseHours = 24
/** The words of a complaint, and of what is added to it, are at most so long. */
export const complaintWordsMax = 500
/** All words of a complaint together. */
export const complaintTextMax = 2000
