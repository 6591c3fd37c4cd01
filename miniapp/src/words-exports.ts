import type { ExportFormat, ExportState } from '@/services/api'

/** Files that are asked for at the desk: lists of needs, and reports. */
export const exportWords = {
  tab: '导出',
  title: '导出与报告',
  what: '要什么',
  formats: {
    xlsx: '工单明细（Excel）',
    csv: '工单明细（CSV）',
    docx: '服务质量报告（Word）',
  } satisfies Record<ExportFormat, string>,
  period: '时间',
  periods: {
    month: '本月',
    lastMonth: '上月',
    lastQuarter: '上季度',
    lastHalf: '上半年度',
    quarter: '近 90 天',
    year: '近一年',
  },
  purpose: '用途',
  purposeHint: '写给谁、做什么用。每次导出都有记录。',
  purposeWrong: '请写明用途，2 到 200 个字',
  hint: '文件里没有姓名、电话和住址。做好后在这里下载，保存 3 天，只有您能下载。',
  start: '开始导出',
  starting: '正在提交',
  started: '已开始',
  states: {
    waiting: '排队中',
    running: '正在导出',
    done: '可以下载',
    cancelled: '已取消',
    failed: '没有成功',
    expired: '文件已删除',
  } satisfies Record<ExportState, string>,
  rows: (written: number, total: number | null) =>
    total === null ? `${written} 件` : `${written} / ${total} 件`,
  size: (bytes: number) =>
    bytes < 1_048_576
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`,
  keptUntil: (moment: string) => `保存到 ${moment}`,
  download: '下载',
  cancel: '取消导出',
  cancelAsk: '确定取消这次导出吗？',
  copied: '下载地址已复制，请两分钟内在电脑浏览器打开',
  emptyTitle: '还没有导出过',
  list: '我的导出',
} as const

/** Weights of the composite score. */
export const schemeWords = {
  title: '综合成绩的权重',
  current: '现在的方案',
  history: '全部方案',
  weights: { contact: '响应率', solved: '解决率', satisfaction: '满意率', fairlySatisfied: '基本满意折算' },
  standard: '没有另设方案，用的是标准方案。',
  hint: '前三项合计要等于 1。新方案从将来的一天起算，已经公布的成绩不改。',
  add: '设一个新方案',
  validFrom: '生效日期',
  validFromHint: '例如 2027-01-01，要在今天之后',
  reason: '依据',
  reasonHint: '哪一次会议、哪一份文件',
  notOne: (sum: string) => `响应、解决、满意合计是 ${sum}，要等于 1`,
} as const

/** What two persons take out of the three rates. */
export const exclusionWords = {
  title: '不计入三率',
  states: { proposed: '待定', confirmed: '已剔除', declined: '未同意' },
  hint: '一人提请、另一人同意才剔除；剔除的件仍单独计数，人人看得到。不能剔除本单位承办的。',
  propose: '提请剔除一件',
  receiptNo: '受理编号',
  reason: '理由',
  reasonHint: '为什么这个评价不应计入，10 到 500 个字',
  by: (name: string) => `${name} 提请`,
  decidedBy: (name: string) => `${name} 决定`,
  confirm: '同意剔除',
  confirmAsk: '同意后，这一件不再计入三率。确定吗？',
  decline: '不同意',
  declineAsk: '不同意后，这一件照常计入三率。确定吗？',
  yours: '您提请的，要由另一位督办员同意。',
  empty: { proposed: '没有待定的', confirmed: '没有剔除过', declined: '没有未同意的' },
} as const
