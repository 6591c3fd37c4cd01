import type { Transition } from './lifecycle.js'

/** States of one department's share of a need. WORKFLOW §2. */
export const workOrderStates = [
  'pending',
  'working',
  'returning',
  'reviewing',
  'done',
  'returned',
  'cancelled',
] as const
export type WorkOrderState = (typeof workOrderStates)[number]

export const workOrderStateWords: Record<WorkOrderState, string> = {
  pending: '待签收',
  working: '办理中',
  returning: '退单待裁',
  reviewing: '待审核',
  done: '已答复',
  returned: '已退回',
  cancelled: '已取消',
}

export type WorkOrderAct =
  | 'dispatch'
  | 'accept'
  | 'contact'
  | 'requestReturn'
  | 'decideReturn'
  | 'submitAnswer'
  | 'approve'
  | 'sendBack'
  | 'cancel'

/** Acts on a work order. WORKFLOW §2. The server enforces this table and the screens show what it allows. */
export const workOrderActs: readonly Transition<WorkOrderState, WorkOrderAct>[] = [
  { act: 'dispatch', from: [null], to: 'pending', by: ['system', 'dispatcher', 'complainant'] },
  { act: 'accept', from: ['pending'], to: 'working', by: ['handler'] },
  { act: 'contact', from: ['working'], to: 'working', by: ['handler'], guard: '写明方式和内容' },
  {
    act: 'submitAnswer',
    from: ['working'],
    to: 'reviewing',
    by: ['handler'],
    outcome: 'reviewed',
    guard: '已联系；不少于 20 个字；有结果；按分类要求附照片；重办须重新联系、重新答复',
  },
  {
    act: 'submitAnswer',
    from: ['working'],
    to: 'done',
    by: ['handler'],
    outcome: 'unreviewed',
    guard: '该分类免审核',
  },
  {
    act: 'requestReturn',
    from: ['pending', 'working'],
    to: 'returning',
    by: ['handler'],
    guard: '派单后 4 个工作小时内；理由、依据、建议单位；每个单位一次；第二次重办起不得退',
  },
  {
    act: 'decideReturn',
    from: ['returning'],
    to: 'returned',
    by: ['dispatcher'],
    outcome: 'elsewhere',
    guard: '改派其他单位',
  },
  {
    act: 'decideReturn',
    from: ['returning'],
    to: 'working',
    by: ['dispatcher'],
    outcome: 'back',
    guard: '退回原单位，即为终局',
  },
  {
    act: 'decideReturn',
    from: ['returning'],
    to: 'pending',
    by: ['dispatcher'],
    outcome: 'backUnaccepted',
    guard: '退回原单位，尚未签收的仍待签收',
  },
  { act: 'approve', from: ['reviewing'], to: 'done', by: ['reviewer'], guard: '审核人未经办此单' },
  { act: 'sendBack', from: ['reviewing'], to: 'working', by: ['reviewer'], guard: '写明理由' },
  {
    act: 'cancel',
    from: ['pending', 'working', 'returning', 'reviewing'],
    to: 'cancelled',
    by: ['system', 'complainant'],
    guard: '诉求撤回或改派',
  },
]

/** The states in which an order counts as open work of its department. */
export const openWorkOrderStates = ['pending', 'working', 'returning', 'reviewing'] as const

export const contactWays = ['phone', 'visit', 'wechat'] as const
export type ContactWay = (typeof contactWays)[number]
export const contactWayWords: Record<ContactWay, string> = {
  phone: '打电话',
  visit: '上门',
  wechat: '发微信',
}

/** An answer needs at least so many characters. WORKFLOW §2 "submitAnswer". */
export const answerTextMin = 20
