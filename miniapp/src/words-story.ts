import type { ContactWay, NeedState } from '@minsheng/shared'

/** Chinese text of how a need goes on: what is late, what one can do now, and the complaint. */
export const storyWords = {
  before: '办理前',
  after: '办理后',
  enlarge: (what: string) => `${what}的照片，看大图`,
  /** Whom the rules of supervision have told by then. */
  lateTold: (department: string | null) =>
    department ? `已自动提醒${department}和监督人员，会有人跟进` : '已自动提醒监督人员，会有人跟进',
  fold: (n: number) => `看更早的 ${n} 步`,
  unfold: '收起',
} as const

/** What a state asks of the person, or promises, where the headline alone would leave a question. */
export const stateSteps: Partial<Record<NeedState | 'tooLate', { title: string; words: string }>> = {
  waiting: {
    title: '请您补充情况',
    words: '补充后马上继续办理。3 个工作日内没有补充，也会按现有情况继续办。',
  },
  planned: { title: '已列入计划', words: '现在还办不了，到了公布的日期会继续办，并告诉您。' },
  merged: {
    title: '和同类诉求一起办',
    words: '您的编号仍然有效，进度会同步给您，办好后由您单独评价。',
  },
  rejected: {
    title: '没有受理，您可以不同意',
    words: '原因在下面的经过里。不同意的话，15 天内可以申诉一次，由另一位工作人员重新看。',
  },
  tooLate: {
    title: '没有受理，申诉时间已过',
    words: '原因在下面的经过里。情况有变化的话，请重新提交一件，也可以打 12345。',
  },
}

/** What a need waits for, in detail. */
export const standingWords = {
  asks: (department: string) => `${department}想请您补充`,
  until: '最晚',
  meanwhile: '时间',
  meanwhileHint: '补充后马上继续办，等您的时间不算在内；没有补充，也会按现有情况办下去',
  supply: '我来补充',
  publicAt: '预计日期',
  owner: '负责人',
  planText: '怎么办',
  master: '一起办的那件事',
  masterAbout: '事情',
  masterBy: '负责单位',
  masterDue: '答复时间',
} as const

export const complaintWords = {
  ask: '对办理不满意？',
  file: '一键投诉',
  promise: '24 小时内有专人联系您',
  filing: '正在提交…',
  sheetTitle: '投诉已收到',
  sheetHint: '监督人员会打电话联系您，办理的单位看不到是谁投诉的',
  words: '哪里没办好（可不填）',
  wordsHint: '如：答复说修好了，现场没有人来过',
  done: '好了',
  saving: '正在保存…',
  title: '您的投诉',
  waiting: (when: string) => `${when}，监督人员打电话联系您`,
  late: '已超过 24 小时，已报告上级，会有人马上联系您',
  responded: (name: string | null, when: string, way: string) => `监督人员${name ?? ''} ${when} ${way}`,
  respondedNext: '正在核实，结果会告诉您',
  answerBy: (when: string) => `${when}答复您`,
  answerLate: '超过了答复时间，已报给负责人，会有人催办',
  rechecking: '您不认可答复，换了一位工作人员重新核实',
  escalated: '已上报，由上级盯着办，并向大家公开（不写您的姓名和内容）',
  answerTitle: '核实结果',
  measureUntil: (date: string) => `${date} 前做到`,
  answerer: (name: string | null) => (name ? `答复人：${name}` : ''),
  confirmBy: (when: string) => `请在${when}告诉我们认不认可`,
  confirm: '认可，已解决',
  refuse: '不认可',
  refuseAsk: '不认可后，会换一位工作人员重新核实，再告诉您。确定吗？',
  resolved: '您已确认解决。谢谢您的监督',
  unresolved: '如实记为没有解决。有意见请拨打 12345',
  withdrawn: '监督人员不再联系您。需要时可以再投诉',
  dismissed: '经两位监督人员核对，这件投诉不成立。想知道原因，请拨打 12345',
  ways: { phone: '打电话联系了您', visit: '上门找过您', wechat: '发微信联系了您' } satisfies Record<
    ContactWay,
    string
  >,
  used: (percent: number) => `24 小时已用 ${percent}%`,
  left: (span: string) => `还剩 ${span}`,
  filed: (when: string) => `${when} 提交`,
  said: '您写的',
  add: '补充说明',
  withdraw: '撤回投诉',
  withdrawAsk: '撤回后监督人员就不再联系您了，确定撤回吗？',
} as const

/** Somebody's own complaints, and the one about the service as such. */
export const ownComplaintWords = {
  title: '我的投诉',
  service: '对服务的投诉',
  about: (what: string) => `对 ${what} 的投诉`,
  askTitle: '对热线、窗口或这个小程序不满意？',
  ask: '点一下就提交，24 小时内有专人打电话联系您。对某一件事的办理不满意，请在那件事的页面里投诉。',
  file: '一键投诉',
  openNeed: '看这件事',
  emptyTitle: '还没有投诉过',
  empty: '投诉了什么、谁来答复、还剩多少时间，都在这里看',
  signedOutTitle: '登录后看您的投诉',
  signedOut: '投诉也要先登录，好联系您',
} as const

/** The second question about works, four weeks later. */
export const followUpWords = {
  title: '办好四周了，还好吗？',
  hint: '点一下告诉我们',
  holds: '一直很好',
  broken: '问题又出现了',
  saidHolds: '您说：一直很好',
  saidBroken: '您说：问题又出现了',
  change: '改一下',
  next: '要接着办的话，请点下面的“问题又出现了，重新办理”',
  tooLate: '已过 30 天，这件不能重新办理了。请再提交一件，会有人接着办',
  file: '去提交',
} as const

/** The acts that are a sentence or a photo, in the order in which they are offered. */
export const saidActs = ['supply', 'appeal', 'reopen'] as const
export type SaidAct = (typeof saidActs)[number]

export const sayWords: Record<
  SaidAct,
  Record<'open' | 'title' | 'hint' | 'label' | 'send' | 'empty', string>
> = {
  supply: {
    open: '补充情况',
    title: '补充情况',
    hint: '写一句、说一段，或拍张照片，补充后马上继续办理',
    label: '要补充的情况',
    send: '提交',
    empty: '请写一句情况，或附一张照片、一段录音',
  },
  appeal: {
    open: '不同意，申诉一次',
    title: '申诉',
    hint: '由另一位工作人员重新看，每件诉求可以申诉一次',
    label: '为什么应当办理',
    send: '提交',
    empty: '请写一句为什么应当办理，或拍张照片',
  },
  reopen: {
    open: '问题又出现了，重新办理',
    title: '重新办理',
    hint: '写一句现在的情况，或拍张照片',
    label: '现在的情况',
    send: '提交',
    empty: '请写一句现在的情况，或拍张照片',
  },
}
