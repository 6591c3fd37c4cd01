import type { FindingView } from './rule.dto.js'
import type { FindingKind } from './rule-check.js'

/** What the checker says of a finding, with the next step. */
const findingWords: Record<FindingKind, string> = {
  hole: '没有规则：诉求会等分拨员，请补一条',
  conflict: '规则互相矛盾：诉求会等分拨员，请结束其中一条或改优先级',
  department_gone: '规则写的单位已经撤销：请改成现在的单位',
  department_without_staff: '这个单位没有承办人：请先安排人员',
  department_without_duty: '这个单位没有登记职责：请核对',
  limit_without_effect: '规则写的工作日时限不起作用：这里都按小时办',
  never_decides: '规则永远用不上：可以结束它',
}

/** "城市管理 · 望江街道：没有规则…" */
export function findingLine({ kind, category, area, department, rules }: FindingView): string {
  const where = [category?.name, category && (area?.name ?? '全区'), department?.name].filter(Boolean)
  const which =
    rules.length > 0 && category
      ? `（${rules.map((rule) => rule.department?.name ?? '分拨员').join('、')}）`
      : ''
  return `${where.join(' · ')}${which}：${findingWords[kind]}`
}
