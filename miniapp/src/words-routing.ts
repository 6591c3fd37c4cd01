import type { RoutingView } from '@/services/api'

/** Why a need goes where it goes, and the dry run. For dispatchers and administrators. */
export const whyWords = {
  title: '为什么派到这里',
  open: '看一看',
  loading: '正在查看派件依据',
  none: '这件没有留下派件依据',
  named: (department: string) => `分拨员指定：${department}`,
  corrected: '诉求人改了事项分类',
  lead: '主办单位',
  assisting: '协办单位',
  dispatcher: '分拨员判定',
  guesses: '判断的分类',
  guess: (name: string, percent: number, words: string[]) =>
    `${name} ${percent}%${words.length > 0 ? `（因为“${words.join('”“')}”）` : ''}`,
  rule: '用的规则',
  version: (version: number) => `第 ${version} 版`,
  close: '其次的规则',
  scanned: '扫码来自',
  town: '属地判断',
  townIs: (percent: number, isTaken: boolean) =>
    `${percent}% 像镇街自己的事${isTaken ? '，已改派镇街' : '，仍按规则派'}`,
  townWords: (words: string[]) => `依据：${words.join('、')}`,
  everywhere: '全区',
  says: (words: string[]) => `提到“${words.join('”或“')}”`,
  months: (months: number[]) => `${months.join('、')} 月`,
  hours: (from: number, until: number) => `${from} 点到 ${until} 点`,
  outcome: {
    sure: '分类有把握，规则也明确，直接派单',
    unsure: '分类没有把握，由分拨员判定',
    danger: '写到了危险情况，先由分拨员判定',
    no_rule: '这个分类在这里没有规则，由分拨员判定',
    dispatcher_decides: '规则写明由分拨员判定',
    conflict: '规则互相矛盾，由分拨员判定，请管理员改规则',
    department_gone: '规则写的单位已撤销，由分拨员判定，请管理员改规则',
  } satisfies Record<RoutingView['outcome'], string>,
} as const

export const trialWords = {
  tab: '试派',
  title: '试派',
  intro: '写一段诉求试一试，不会真的提交。',
  text: '诉求内容',
  textHint: '例如：工地半夜还在打桩，睡不着',
  textEmpty: '请先写一段诉求',
  place: '事情发生在哪里',
  choosePlace: '选择社区',
  placeEmpty: '请先选择社区',
  go: '看看会派到哪里',
  busy: '正在判断…',
} as const
