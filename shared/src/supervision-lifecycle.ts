import type { Transition } from './lifecycle.js'

/** States of a supervision order. WORKFLOW §6. */
export const supervisionStates = ['issued', 'answered', 'settled', 'revoked'] as const
export type SupervisionState = (typeof supervisionStates)[number]
export const supervisionStateWords: Record<SupervisionState, string> = {
  issued: '待反馈',
  answered: '待结论',
  settled: '已办结',
  revoked: '已撤销',
}

export const supervisionActNames = [
  'supervise',
  'takeUp',
  'feedBack',
  'askAgain',
  'settle',
  'revoke',
] as const
export type SupervisionAct = (typeof supervisionActNames)[number]

/**
 * Acts on a supervision order. WORKFLOW §6: only its issuer closes it; of one that a rule has made, the issuer is
 * the supervisor who takes it up.
 */
export const supervisionActs: readonly Transition<SupervisionState, SupervisionAct>[] = [
  {
    act: 'supervise',
    from: [null],
    to: 'issued',
    by: ['system', 'supervisor'],
    guard: '每条规则对每件只触发一次',
  },
  { act: 'takeUp', from: ['issued'], to: 'issued', by: ['supervisor'], guard: '由规则产生，尚无人认领' },
  { act: 'takeUp', from: ['answered'], to: 'answered', by: ['supervisor'], guard: '由规则产生，尚无人认领' },
  { act: 'feedBack', from: ['issued'], to: 'answered', by: ['handler'], guard: '被督办单位；不少于 10 个字' },
  { act: 'askAgain', from: ['answered'], to: 'issued', by: ['issuer'], guard: '写明还缺什么；期限重新计算' },
  { act: 'settle', from: ['answered'], to: 'settled', by: ['issuer'], guard: '写明结论' },
  { act: 'revoke', from: ['issued'], to: 'revoked', by: ['issuer'], guard: '写明理由' },
]

/** A feedback needs at least so many characters. */
export const feedbackMin = 10
