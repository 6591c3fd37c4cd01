import type { Figure, Light, TargetName } from '@minsheng/shared'
import type { ScoreBy } from '@/services/api'

/** The leaders' page of figures, and the lists behind them. */
export const scoreWords = {
  title: '成绩',
  by: {
    department: '承办单位',
    field: '民生领域',
    area: '镇街',
    community: '社区',
    source: '来源',
    week: '按周',
    month: '按月',
  } satisfies Record<ScoreBy, string>,
  byLabel: '按什么看',
  period: '时间',
  periods: {
    month: '本月',
    lastMonth: '上月',
    nineteenth: '19 日至 18 日',
    noonDay: '午间日',
    quarter: '近 90 天',
    lastQuarter: '上季度',
    lastHalf: '上半年度',
  },
  composite: '综合',
  contact: '响应率',
  solved: '解决率',
  satisfaction: '满意率',
  onTime: '按时率',
  filed: '受理',
  answered: '答复',
  rated: '评价',
  reworks: '重办',
  openOverdue: '超时未结',
  progress: '比上期',
  rank: '名次',
  name: '名称',
  none: '—',
  emptyTitle: '这段时间没有数据',
  rankNote: '评价满 10 件才排名；没有评价显示“—”，不算 0。点名称，看是哪些件。',
  targets: '目标',
  targetLights: { green: '达标', yellow: '接近', red: '未达标' } satisfies Record<Light, string>,
  noLight: '暂无数据',
  goal: (percent: string) => `目标 ${percent}`,
  outside: '不计入三率的',
  outsideNote: '每一类都单独计数，点一下看是哪些件。',
  others: '其他指标',
  frozen: (day: string) => `这个月的成绩已于 ${day} 固定，之后的变化在下面“更正”里。`,
  frozenMonths: (months: string) => `${months}的成绩已经固定，按固定的合计；之后的变化在下面“更正”里。`,
  corrections: '更正',
  correction: (name: string, frozen: number, now: number) => `${name}：固定时 ${frozen}，现在 ${now}`,
  itemsTitle: '是哪些件',
  itemsOf: '看什么',
  /** An empty list is no proof where the list of then was not kept. */
  itemsEmpty: {
    now: '没有这样的件',
    frozen: '没有这样的件',
    partly: '没有能列出的件',
    unlisted: '现在没有计入的件',
  },
  listings: { counted: '固定时的清单', added: '之后新增的' },
  listingLabel: '看哪份清单',
  /** The number is a frozen one: of which moment the list is. */
  counted: {
    now: null,
    frozen: '数字已经固定，下面是固定时计入的件；之后有变化的，标在件上。',
    partly:
      '数字已经固定。其中有的月份固定得早，没有留下当时的清单，这些月份列的是现在计入的件，和数字可能对不上。',
    unlisted: '数字固定得早，没有留下当时的清单。下面列的是现在计入的件，和数字可能对不上。',
  },
  corrected: { gone: '现在不再计入', added: '之后新增' },
} as const

export const targetWords: Record<TargetName, string> = {
  satisfaction: '满意率',
  complaintResolvedRate: '投诉解决率',
  contacted24hRate: '24 小时联系率',
  replyRate: '30 个工作日内答复',
  publicRate: '公开率',
  dispatchedOnceRate: '一次派准',
}

/** The other rates that a leader looks at, in this order. */
export const rateWords = {
  acceptedInTimeRate: '按时签收率',
  onTimeRate: '按时办结率',
  returnRate: '退单率',
  reworkRate: '重办率',
  supervisedRate: '督办率',
  activeRatingRate: '主动评价率',
  coverageRate: '评价覆盖率',
  complaintResponseRate: '投诉 24 小时响应率',
} as const

/** The figures whose items one can look at. */
export const figureWords = {
  rated: '有评价',
  sentBack: '不满意或没解决',
  unrated: '没有评价',
  notReached: '没有联系上',
  openOverdue: '超时未结',
  answered: '已答复',
  filed: '受理',
  returnAsked: '申请退单',
  complained: '投诉',
  excluded: '两人剔除',
  withdrawn: '已撤回',
  rejected: '没有受理',
  merged: '并案',
  concluded: '两人办结',
} as const satisfies Partial<Record<Figure, string>>
export type ShownFigure = keyof typeof figureWords
