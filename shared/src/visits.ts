import type { Urgency } from './clocks.js'
import { DAY } from './time.js'

/** Marks for special care of a household. Each opens the green channel. docs/adr/0120 */
export const careMarks = ['aged80', 'livingAlone', 'disabled', 'lowIncome', 'newborn'] as const
export type CareMark = (typeof careMarks)[number]
export const careMarkWords: Record<CareMark, string> = {
  aged80: '80 岁以上',
  livingAlone: '独居',
  disabled: '残疾',
  lowIncome: '低收入',
  newborn: '新生儿',
}

/** Whether what a household needs goes first: 绿色通道. */
export const isGreenChannel = (marks: readonly CareMark[]): boolean => marks.length > 0

/** The class of a need on the green channel: urgent at least, with its shorter limits. What is critical stays so. */
export const greenUrgency = (urgency: Urgency): Urgency => (urgency === 'critical' ? 'critical' : 'urgent')

/** Who was met at the door. Only `met` counts as a visit in the coverage of a month. */
export const meetings = ['met', 'nobodyHome', 'declined'] as const
export type Meeting = (typeof meetings)[number]
export const meetingWords: Record<Meeting, string> = {
  met: '见到了人',
  nobodyHome: '家里没人',
  declined: '不便见面',
}

/** What a visit was about, by one tap. */
export const visitTags = [
  'wellbeing',
  'safety',
  'repair',
  'environment',
  'medical',
  'elderly',
  'children',
  'dispute',
  'policy',
  'other',
] as const
export type VisitTag = (typeof visitTags)[number]
export const visitTagWords: Record<VisitTag, string> = {
  wellbeing: '日常问候',
  safety: '安全检查',
  repair: '房屋维修',
  environment: '环境卫生',
  medical: '看病就医',
  elderly: '养老照料',
  children: '孩子上学',
  dispute: '邻里纠纷',
  policy: '政策宣传',
  other: '其他',
}

/** What is asked of grid workers from above: a check, a notice to hand over, a survey at the door. */
export const gridTaskKinds = ['check', 'notice', 'survey'] as const
export type GridTaskKind = (typeof gridTaskKinds)[number]
export const gridTaskKindWords: Record<GridTaskKind, string> = {
  check: '上门检查',
  notice: '送达通知',
  survey: '入户调查',
}

/** Whether a task is done for each household of a grid, or once for the grid. */
export const gridTaskScopes = ['household', 'grid'] as const
export type GridTaskScope = (typeof gridTaskScopes)[number]

/** Days without a visit after which a household stands on a list. 民情大走访 */
export const unvisitedDays = [60, 90] as const

/** Whether nobody of a household was met for so many days. @param since of the last visit, or of its entry */
export const isUnvisited = (since: Date, days: number, now: Date): boolean =>
  now.getTime() - since.getTime() > days * DAY

/** "11010519491231002X" → "1****************X". Of an ID number only what tells two of a household apart. */
export const maskIdNumber = (number: string): string =>
  /^\d{17}[\dXx]$/.test(number) ? `${number.slice(0, 1)}${'*'.repeat(16)}${number.slice(17)}` : '****'
