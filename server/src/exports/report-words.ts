import { type Figure, formatDate, type Light, type TargetName } from '@minsheng/shared'
import type { ScoreRow, ScoresView } from '../scores/index.js'

/** 0.9234 → "92.3%"; nothing to divide by → "—". */
export const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`)
export const points = (composite: number | null): string => (composite === null ? '—' : composite.toFixed(1))

export const targetNamed: Record<TargetName, string> = {
  satisfaction: '满意率',
  complaintResolvedRate: '投诉解决率',
  contacted24hRate: '24 小时联系率',
  replyRate: '30 个工作日内答复率',
  publicRate: '公开率',
  dispatchedOnceRate: '一次派准率',
}
export const lightNamed: Record<Light, string> = { green: '达标', yellow: '接近', red: '未达标' }

export const outsideNamed = {
  unrated: '没有评价',
  notReached: '没有联系上',
  excluded: '两人核定剔除',
  withdrawn: '居民撤回',
  rejected: '没有受理',
  merged: '并案',
  concluded: '两人签署办结',
} as const satisfies Partial<Record<Figure, string>>

/** What changed by less than this is called the same. */
const SAME = 0.05

export const reportWords = {
  title: (scope: string) => `${scope}民生诉求服务质量报告`,
  period: (from: string, to: string) => `${formatDate(from)} 至 ${formatDate(to)}`,
  frozen: (day: string) => `本月成绩已于 ${day} 固定，之后的变化在“更正”中列出。`,
  /** @param day of the count of the other months; null when there are none */
  frozenMonths: (months: readonly string[], day: string | null) =>
    `${months.join('、')}的成绩已经固定，按固定的合计，之后的变化在“更正”中列出。${day === null ? '' : `其余月份按 ${day} 的数据统计，之后还可能变化。`}`,
  live: (day: string) => `按 ${day} 的数据统计，之后还可能变化。`,
  head: {
    summary: '一、总体情况',
    targets: '二、目标完成',
    trend: '三、走势',
    departments: '四、各承办单位',
    fields: '五、各民生领域',
    areas: '六、各街镇',
    outside: '七、不计入三率的',
    corrections: '八、更正',
    notes: '说明',
  },
  trendAlt: '柱为受理件数，线为满意率；数字在下表。',
  columns: {
    target: ['目标', '要求', '实际', '结果'],
    trend: ['时间', '受理', '评价', '满意率', '综合'],
    rows: ['名次', '名称', '受理', '评价', '响应率', '解决率', '满意率', '综合', ''],
    outside: ['类别', '件数'],
    corrections: ['指标', '固定时', '现在'],
  },
  noRows: '这段时间没有数据。',
  noCorrections: '没有更正。',
  notes: [
    '三率只算作出评价的诉求：响应率、解决率、满意率分别是已联系、已解决、满意的件数除以评价件数，基本满意按方案折算。',
    '综合按方案加权，满分 100。没有评价的显示“—”，不算 0；评价满 10 件才排名。合计按件数汇总，不是各单位的平均。',
  ],
}

/** What a leader reads first: whole sentences, each with one thing. */
export function summaryOf({ total, targets, scheme }: ScoresView): string[] {
  const missed = targets.filter(({ light }) => light === 'red').map(({ name }) => targetNamed[name])
  const met = targets.filter(({ light }) => light === 'green').length
  return [
    `受理诉求 ${total.filed} 件，答复 ${total.answered} 件，按时办结率 ${percent(total.onTimeRate)}，超时未结 ${total.openOverdue} 件。`,
    total.rated === 0
      ? '这段时间没有居民评价，不计算三率。'
      : `居民评价 ${total.rated} 件：响应率 ${percent(total.contactRate)}，解决率 ${percent(total.solvedRate)}，满意率 ${percent(total.satisfaction)}，综合 ${points(total.composite)}。`,
    `综合 = 100 ×（${scheme.contact} × 响应率 + ${scheme.solved} × 解决率 + ${scheme.satisfaction} × 满意率），基本满意按 ${scheme.fairlySatisfied} 计。`,
    progressSentence(total),
    `不满意或没解决、退回重办 ${total.reworks} 件。`,
    missed.length > 0
      ? `六项目标达标 ${met} 项；没有达标的是${missed.join('、')}。`
      : `六项目标达标 ${met} 项，没有明显差距的。`,
  ].filter((sentence) => sentence !== '')
}

function progressSentence({ progress }: ScoreRow): string {
  if (progress === null) return ''
  if (Math.abs(progress) < SAME) return '综合与上一期持平。'
  return `综合比上一期${progress > 0 ? '提高' : '下降'} ${Math.abs(progress).toFixed(1)} 分。`
}

/** Who stands first and last among those that are ranked; nothing where fewer than two are. */
export function rankingSentence(rows: readonly ScoreRow[]): string {
  const ranked = rows.filter(({ rank }) => rank !== null)
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last || first === last) return ''
  return `${ranked.length} 个参加排名，综合最高的是${first.name}（${points(first.composite)}），最低的是${last.name}（${points(last.composite)}）。`
}
