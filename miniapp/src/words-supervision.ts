import { supervisionLevelWords, supervisionStateWords } from '@minsheng/shared'

/** Chinese text of supervision at the desk. Causes, levels and states are worded in @minsheng/shared. */
export const supervisionWords = {
  title: '督办',
  orderTitle: '督办单',
  emptyTitle: '这里没有督办单',
  empty: '换一个状态或级别看看',
  choose: '点左边的督办单，在这里办理',
  anyLevel: '全部级别',
  levelLabel: '督办级别',
  overdueOnly: '只看超期',
  anyDepartment: '全部单位',
  departmentTitle: '按单位看',
  all: '全部',
  office: '热线与督办',
  about: '督办的事',
  due: (when: string) => `请在${when}反馈`,
  provisional: '（以公布的放假安排为准）',
  department: '被督办单位',
  cause: '督办原因',
  issuer: '督办人',
  nobody: '还没有人认领',
  receiptNo: '受理编号',
  category: '事项分类',
  place: '地点',
  demand: '督办要求',
  feedback: '单位反馈',
  conclusion: '结论',
  events: '督办经过',
  openOrder: '看工单',
  openComplaints: '去处理投诉',
  nothing: '现在不需要您操作',
  listedLink: '看公开的挂牌督办',
} as const

export const supervisionActWords = {
  supervise: '督办',
  takeUp: '由我督办',
  feedBack: '提交反馈',
  askAgain: '要求补充',
  settle: '办结',
  revoke: '撤销',
  busy: '正在提交…',
  done: '已完成',
  level: '督办级别',
  levelHint: (days: number) => `${days} 个工作日内反馈`,
  listedHint: '挂牌督办会公开，不显示居民的内容',
  demand: '督办要求',
  demandHint: '要做什么、做到什么程度',
  demandShort: '请写清要求，不少于 5 个字',
  issued: (number: string) => `已督办，编号 ${number}`,
} as const

/** What each act asks to be written. */
export const askedWords = {
  feedBack: { label: '反馈内容', hint: '原因、做了什么、何时办好' },
  askAgain: { label: '还缺什么', hint: '单位会看到，期限重新计算' },
  settle: { label: '结论', hint: '如：情况属实，已整改到位' },
  revoke: { label: '撤销理由', hint: '如：与另一张督办单重复' },
} as const

export const patternWords = {
  title: '重复与群体',
  tab: '聚集',
  kinds: { groups: '群体诉求', topics: '本周热点', repeated: '重复诉求' },
  groupsHint: '同一类、250 米内、7 天里有 5 件以上。请看能否并案，一次解决',
  repeatedHint: '同一人、同一类事，90 天里有 3 次以上',
  size: (n: number) => `${n} 件`,
  times: (n: number) => `90 天 ${n} 次`,
  span: (from: string, to: string) => `${from} 至 ${to}`,
  master: '最早一件',
  more: (n: number) => `还有 ${n} 件`,
  merge: '并入最早一件',
  mergeAsk: (n: number) => `把另外 ${n} 件并入最早一件，一起办理、各自评价，确定吗？`,
  merged: '已并案，居民都会收到通知',
  settle: '看过了，不并案',
  settled: '已记下，有新的会再提醒',
  last: '最近一次',
  department: '承办单位',
  groupsEmpty: '没有待看的群体诉求',
  repeatedEmpty: '没有重复诉求',
  emptyHint: '有新的会出现在这里',
} as const

export const topicWords = {
  hint: '最近 7 天 3 人以上反映的同一地点、同一问题，每小时更新。一人多次只算一人',
  persons: (n: number) => `${n} 人`,
  needs: (n: number) => `共 ${n} 件`,
  span: (from: string, to: string) => `${from} 至 ${to}`,
  growth: (persons: number, before: number) =>
    before === 0
      ? '前四周没有人反映'
      : `前四周平均每周 ${before} 人，${persons > before ? '在增加' : '没有增加'}`,
  open: (n: number) => `看这 ${n} 件`,
  close: '收起',
  merge: '全部并案',
  mergeAsk: (n: number) => `把这 ${n} 件中在办的并成一件，一起办理、各自评价，确定吗？`,
  merged: (n: number) => `已并入 ${n} 件，居民都会收到通知`,
  empty: '本周没有热点',
} as const

export const staffNoticeWords = {
  title: '提醒',
  bell: (unread: number) => (unread > 0 ? `提醒，${unread} 条未读` : '提醒'),
  count: (unread: number) => (unread >= 99 ? '99+' : String(unread)),
  unread: '未读',
  emptyTitle: '没有提醒',
  empty: '快到期、催办和督办会出现在这里',
} as const

export const stateTabs = (['issued', 'answered', 'settled', 'revoked'] as const).map((value) => ({
  value,
  words: supervisionStateWords[value],
}))
export const levelChips = ([1, 2, 3] as const).map((level) => ({
  value: String(level) as '1' | '2' | '3',
  words: supervisionLevelWords[level],
}))

/** Chinese text of the desk where complaints are answered. */
export const complaintDeskWords = {
  title: '投诉',
  states: {
    ...{ filed: '待响应', responded: '已响应', investigating: '核查中', rechecking: '复核中' },
    ...{ escalated: '提级', answered: '待确认' },
  },
  statesLabel: '看哪些',
  emptyTitle: {
    ...{ filed: '没有等待响应的投诉', responded: '没有等待核查的投诉', investigating: '没有核查中的投诉' },
    ...{ rechecking: '没有复核中的投诉', escalated: '没有提级督办的投诉', answered: '没有待确认的投诉' },
  },
  acts: { respond: '记录响应', investigate: '开始核查', extend: '延期', answer: '答复', void: '不成立' },
  hints: {
    respond: '先打电话或上门，再记下来。系统消息不算响应',
    investigate: '向被投诉单位要办理经过和材料，1 个工作日内报送。对方看不到投诉人和投诉内容',
    extend: '只能延期一次，最多 10 个工作日，投诉人会收到通知',
    answer: '写清查到什么、怎么处理。投诉人有 7 天确认，不认可就换人复核',
    void: '重复的投诉，由两位督办员先后签署后生效',
  },
  question: '要说明什么',
  questionHint: '如：请说明几次到场、谁去的、怎么处理的，并附照片',
  kind: '复杂程度',
  kinds: { plain: '一般（5 个工作日）', complex: '复杂（15 个工作日）' },
  finding: '核查结论',
  measure: '查到什么、怎么处理',
  measureHint: '如：现场核实确未修复，已责令三日内修好，并约谈负责人',
  voidReason: '为什么不成立',
  voidHint: '如：与投诉人 11 月 16 日的投诉是同一件事',
  voidSigned: (name: string | null, reason: string) => `${name ?? ''}已签署不成立：${reason}`,
  service: '对服务的投诉',
  dueAt: '办理时限',
  evidenceAsked: '要求说明',
  evidence: '单位报送',
  evidenceWaiting: (when: string) => `还没有报送，${when}到期`,
  answered: '答复',
  rechecks: '复核',
  times: (count: number) => `${count} 次`,
  empty: '有新的投诉会出现在这里，24 小时内由专人联系诉求人',
  accused: '被投诉单位',
  noDepartment: '还没有派单',
  place: '地点',
  filedAt: '投诉时间',
  responded: '响应',
  nothingSaid: '诉求人没有留话，请直接联系',
  respond: '记录响应',
  note: '联系的情况',
  noteHint: '如：已通话，问清了情况，约好明天到现场',
  noteEmpty: '请写一句联系的情况',
  done: '已记录',
  openOrder: '看工单',
  reveal: '看电话',
  revealReason: '投诉响应',
  revealHint: '每次查看都有记录',
  respondedBy: (name: string | null, when: string, way: string) => `${name ?? ''}　${when}　${way}`,
} as const
