import type { EscalationCause, NeedState, SupervisionCause, SupervisionState } from '@minsheng/shared'
import type { ApiError } from '@/services/api-error'

/** All Chinese text of the screens. States, acts and times are worded in @minsheng/shared. */
export const words = {
  back: '返回',
  close: '关闭',
  loading: '正在打开',
  retry: '再试一次',
  all: '全部',
  more: '显示更多',
  moreBusy: '正在打开…',
  cancel: '取消',
  confirm: '确定',
  offlineTitle: '网络连不上',
  failedTitle: '没有打开',
  hotline: (phone: string) => `打电话 ${phone}`,
  call: (phone: string) => `拨打 ${phone}`,
  photo: (n: number) => `照片 ${n}`,
  video: (n: number) => `视频 ${n}`,
  voice: (seconds: number | null) => (seconds ? `语音 ${Math.round(seconds)} 秒` : '语音'),
  remove: '去掉',
  uploadFailed: '未传上，点重试',
  field: '民生领域',
  receiptNo: '受理编号',
  copied: '已复制',
  notCopied: '没有复制成，请记下或截图',
} as const

export const readAloudWords = { start: '念给我听', stop: '不念了' } as const

export const lookWords = {
  toLarge: '大字版',
  toNormal: '标准版',
  typeSize: '字的大小（长辈版）',
  typeSizes: { normal: '标准', large: '大', largest: '特大' },
  colours: '明暗',
  colourSchemes: { system: '自动', light: '浅色', dark: '深色' },
} as const

export const homeWords = {
  title: '民生直通',
  question: '您遇到什么困难？',
  questionLarge: '有困难，说给我听',
  placeholder: '写下哪里、什么事，几句话就行',
  placeholderLarge: '点这里写字，或点下面说话',
  textLabel: '您遇到的困难',
  notOpened: '网络不好，页面没有打开。您写的字已经存好。',
  openAgain: '再打开一次',
  photo: '照片',
  voice: '说话',
  recording: (seconds: number) => `正在录音 ${seconds} 秒，点这里停`,
  place: '地点',
  placeMissing: '选一下在哪里',
  placeFinding: '正在找您的位置…',
  change: '改',
  choose: '选',
  contactMissing: '提交时填手机号',
  contactLabel: '联系电话',
  anonymous: '隐匿身份',
  anonymousHint: '办理的单位看不到您的姓名和电话，由平台代为联系',
  submit: '一键提交',
  submitLarge: '提交',
  submitting: '正在提交…',
  uploading: (left: number) => `正在传照片，还有 ${left} 个…`,
  emptyText: '请先写一句遇到了什么困难，或者说一段话',
  tooLong: (max: number) => `最多写 ${max} 个字，请精简一些，也可以用照片说明`,
  mine: '我的诉求',
  all: '全部',
  queued: {
    signal: '没有信号，已替您存好，有信号后自动发出',
    calm: '提交得太频繁，已替您存好，稍后自动发出',
    signIn: '已替您存好，登录后自动发出',
  },
  danger: '有危险，请先打电话',
  dangerFile: '打完电话仍可在下面提交',
  maxAttachments: (max: number) => `最多 ${max} 个照片、视频和录音`,
  refusedTitle: '这份诉求没有发成',
  voiceOnly: '（语音诉求，请听录音）',
} as const

/** What neighbours have filed already, as far as a neighbour may see it. */
export const lookalikeWords = {
  title: '附近有人反映过类似的事',
  hint: '是同一件，点“我也遇到”：一起办，办好也答复您。不是也没关系，照常提交',
  join: '我也遇到',
  other: '不是同一件事',
  more: (left: number) => `再看 ${left} 件`,
  photo: (what: string) => `${what}办理后的照片`,
  metres: (metres: number) => `约 ${metres} 米`,
  days: (days: number) => (days > 0 ? `${days} 天前` : '今天'),
  persons: (persons: number) => `${persons} 人遇到`,
  states: {
    submitted: '刚收到',
    dispatched: '刚转给部门',
    handling: '正在办',
    waiting: '正在办',
    planned: '已列入计划',
    answered: '已答复',
    closed: '已答复',
    rejected: '没有受理',
    withdrawn: '已撤回',
    merged: '正在办',
  } satisfies Record<NeedState, string>,
} as const

export const placeWords = {
  title: '在哪里？',
  here: '用我现在的位置',
  map: '在地图上选',
  filter: '找社区',
  filterHint: '社区或街道的名字',
  detail: '具体位置（可不填）',
  detailHint: '如：南门旁、3 栋楼下',
  none: '没有找到这个社区',
  outside: '您现在不在本区内，请选一个社区',
  scan: '扫门牌上的码',
  scanFailed: '没有扫成，请在下面选一个社区',
  scanUnknown: '这不是门牌或大厅的码，请在下面选一个社区',
  scanned: (where: string) => `已按扫的码填好地点：${where}`,
  scannedOnly: (where: string) => `您扫的是${where}的码，请写下遇到的困难`,
  refused: {
    denied: '没有位置权限，请在下面选一个社区',
    privacy: '您没有同意隐私指引，请在下面选一个社区',
    undeclared: '暂时不能定位，请在下面选一个社区',
    failed: '没有找到您的位置，请在下面选一个社区',
  },
} as const

export const photoWords = {
  refused: {
    denied: '没有得到相机或相册的许可。请在设置里允许，也可以不传照片，直接提交',
    privacy: '您没有同意隐私指引，不能加照片；不传照片也可以提交',
    undeclared: '暂时不能加照片，不传照片也可以提交',
    failed: '照片没有加上，请再试一次；不传照片也可以提交',
  },
} as const

export const permissionWords = {
  open: '去设置里打开权限',
} as const

export const privacyWords = {
  title: '个人信息保护',
  hint: '使用位置、照片、录音和手机号之前，请您看一下',
  /** @param contract as WeChat names it, with its own brackets */
  why: (contract: string) =>
    `这些只用来办理您的诉求，怎么用写在${contract}里。不同意也能提交：手写地点、不加照片就行。`,
  contractName: '《用户隐私保护指引》',
  contract: (name: string) => `看${name}`,
  agree: '同意并继续',
  disagree: '不同意',
} as const

export const contactWords = {
  title: '联系电话',
  hint: '只有办理人员能看到，用来和您联系',
  save: '好了',
  wrong: '手机号是 11 位数字，请看一下',
} as const

export const phoneWords = {
  title: '手机号',
  hint: '办得怎么样，可以用短信告诉您；换了微信也能找回您的诉求',
  byWeChat: '使用微信绑定的手机号',
  refused: '没有用微信的手机号。可以在下面自己填，也可以以后再说',
  unavailable: '暂时取不到微信的手机号，请在下面自己填',
  or: '或者自己填',
  save: '绑定',
  bound: '手机号绑好了',
  bind: '绑定手机号',
  change: '更换手机号',
  later: '以后再说',
} as const

export const signInWords = {
  title: '用手机号登录',
  hint: '留个手机号，好告诉您办得怎么样',
  phone: '手机号',
  code: '验证码',
  getCode: '获取验证码',
  again: (seconds: number) => `${seconds} 秒后可重发`,
  sent: '验证码已发出，请看短信',
  demo: (code: string) => `演示环境，验证码是 ${code}，已替您填好`,
  enter: '登录',
  busy: '正在登录…',
  phoneWrong: '手机号是 11 位数字，请看一下',
  codeWrong: '验证码是 6 位数字',
  cancelled: '还没有登录，内容已替您存好',
} as const

export const voiceWords = {
  tooShort: '录得太短了，请再说一遍',
  denied: '没有得到麦克风的许可。请在设置里允许使用麦克风，或者直接写字',
  privacy: '您没有同意隐私指引，不能录音，请直接写字',
  undeclared: '暂时不能录音，请直接写字',
  failed: '没有录上，请再试一次，或者直接写字',
  unsupported: '这个浏览器不能录音，请直接写字，或者用手机微信打开',
  insecure: '这个网址不能录音，请直接写字',
  listen: '播放录音',
} as const

export const progressWords = {
  title: '进度',
  lookup: '凭编号查询',
  waiting: '待发送',
  sending: '正在发送',
  refused: '需要修改',
  waitingHint: '有信号后自动发出',
  waitUntil: (seconds: number) => `提交太频繁，约 ${Math.ceil(seconds / 60)} 分钟后自动发出`,
  waitSignIn: '登录后自动发出',
  edit: '改一改',
  drop: '不发了',
  dropAsk: '这份诉求还没有发出，确定不发了吗？',
  sendNow: '现在发',
  replaceAsk: '首页还有一份没写完的，要换成这一份吗？',
  emptyTitle: '还没有诉求',
  empty: '遇到困难，一句话就能提交',
  start: '去提交',
  signedOutTitle: '登录后看到您的诉求',
  signedOut: '没有登录也可以凭受理编号查询',
  signIn: '用手机号登录',
  attachments: (n: number) => `附件 ${n}`,
  rateNow: '请您评价',
} as const

export const lookupWords = {
  title: '凭编号查询',
  ways: '怎么查',
  byPhone: '凭手机号',
  byCard: '凭网格员给的卡片',
  hint: {
    phone: '受理编号在提交成功的页面和短信里',
    card: '网格员替您提交后留下的卡片上，有受理编号和领取码',
  },
  number: '受理编号',
  numberHint: '如 MS20261121-0042-7',
  secret: { phone: '手机号后四位', card: '领取码' },
  ask: { phone: '查询', card: '领取这件诉求' },
  busy: '正在查…',
  malformed: '受理编号以 MS 开头，后面是日期和序号，请对照看一下',
  mistyped: '编号里有一位写错了，请对照看一下',
  secretWrong: { phone: '请填提交时手机号的后四位', card: '领取码是卡片上的 10 位数字，请对照看一下' },
} as const

export const needWords = {
  title: '诉求进度',
  promise: (when: string) => `承诺 ${when}答复您`,
  /** On a list there is no room for the day of the week. */
  answerBy: (when: string, isProvisional = false) =>
    `${when.replace(/（.+?）/, ' ')}答复${isProvisional ? '（暂定）' : ''}`,
  provisional: '（以公布的放假安排为准）',
  late: (span: string) => `已超过承诺时间 ${span}`,
  used: (span: string) => `已用 ${span}`,
  left: (span: string) => `还剩 ${span}`,
  timeUsed: (percent: number) => `承诺时间已用 ${percent}%`,
  headlines: {
    waiting: '请您补充情况',
    planned: '已列入计划',
    closed: '这件事办完了',
    withdrawn: '您已撤回',
    rejected: '没有受理',
    merged: '和同类诉求一起办理',
  },
  handledBy: (name: string) => `${name}正在处理`,
  sentTo: (name: string) => `已转给${name}`,
  answeredBy: (name: string) => `${name}已答复`,
  waitingDispatch: '正在确定由谁办理',
  answer: '答复',
  rate: '评价一下',
  remind: '催一催',
  remindHint: '办理的人和单位负责人会看到，每天可以催一次',
  remindBusy: '正在转告…',
  reminded: (n: number, again: string) => `您催了 ${n} 次，办理的人和负责人都已看到。${again}可以再催`,
  withdraw: '撤回诉求',
  withdrawAsk: '撤回后就不再办理了，确定撤回吗？',
  withdrawn: '已撤回',
  content: '我的诉求',
  category: '事项分类',
  place: '地点',
  contact: '联系电话',
  submittedAt: '提交时间',
  rounds: '办理次数',
  round: (n: number) => `第 ${n} 次办理`,
  rated: (face: string) => `您的评价：${face}`,
  ratedSolved: '问题解决了',
  ratedUnsolved: '还没解决',
  addWords: '补充评价',
  changeRating: '修改或补充评价',
  anonymous: '隐匿身份',
  stale: '暂时连不上，显示的是刚才的进度',
} as const

export const listedWords = {
  title: '公开监督',
  hint: '长期没有办好的事，由专人盯着办，办理情况在这里公开。居民的姓名、电话和原话不公开。',
  in: (department: string) => `${department}负责`,
  office: '热线与监督',
  unsorted: '尚未分派的诉求',
  late: '说明超期',
  cause: '公开原因',
  since: '公开时间',
  until: '限期说明',
  settledAt: '办完时间',
  states: {
    issued: '等单位说明',
    answered: '已说明',
    settled: '已办完',
    revoked: '已撤销',
  } satisfies Record<SupervisionState, string>,
  causes: {
    overdue: '超过答复时间',
    overdueTwice: '超过答复时间一倍',
    overdueThrice: '超过答复时间两倍',
    secondRework: '两次办理仍不满意',
    thirdRework: '重办三次仍不满意',
    thirdReturn: '三个单位都说不归自己办',
    group: '附近多人反映同一件事',
    complaintSilent: '投诉满 24 小时没有人联系',
    byHand: '工作人员要求尽快办好',
  } satisfies Record<SupervisionCause, string>,
  emptyTitle: '现在没有公开监督的事',
  empty: '有的话会在这里公开',
} as const

/** Escalated complaints: of whom and what, nothing of whose. */
export const publicComplaintWords = {
  views: { listed: '没办好的事', complaints: '没解决的投诉' },
  viewsLabel: '看什么',
  hint: '投诉后仍没有解决的，由上级盯着办，进展在这里公开。投诉人的姓名、电话和原话不公开。',
  in: (department: string) => `被投诉：${department}`,
  service: '热线与服务',
  unsorted: '对服务的投诉',
  causes: {
    refused: '重新核实后投诉人仍不认可',
    overdue: '超过答复时间',
    repeated: '同一单位同一类事，30 天内三件以上投诉',
  } satisfies Record<EscalationCause, string>,
  states: { open: '正在催办', resolved: '已解决', unresolved: '如实记为未解决', void: '已撤回' },
  endedAt: '结束时间',
  emptyTitle: '现在没有公开的投诉',
} as const

export const ratingWords = {
  title: '办得怎么样？',
  hint: '点一下就记下了，之后还能补充',
  stored: '已记下，谢谢您',
  storedBad: '已记下，马上安排重新办理',
  solvedLabel: '问题解决了吗',
  solved: '问题解决了',
  unsolved: '还没解决',
  tagsLabel: '原因（可不选）',
  words: '还想说什么（可不填）',
  done: '好了',
  saving: '正在保存…',
  faces: '满意程度',
  changeable: '24 小时内可以改',
  fixed: '评价已过 24 小时，不能再改，还可以补充几句',
  aspects: '再评四个方面（可不填）',
  aspectSaid: (aspect: string, face: string) => `${aspect}：${face}`,
} as const

export const receiptWords = {
  title: '提交成功',
  heading: '已经收到',
  copy: '复制编号',
  keep: '凭这个编号和手机号后四位，随时可以查进度',
  category: '事项分类',
  department: '负责单位',
  due: '答复时间',
  dueWords: (when: string) => `${when}`,
  pendingDepartment: '正在人工确认，很快会告诉您',
  pendingCategory: '正在人工确认',
  joined: (department = '') => `和附近的同一件事一起办，由${department || '同一个单位'}办理，办好也答复您`,
  correct: '分得不对？改一下',
  correctTitle: '您说的是哪一类？',
  corrected: '已改好',
  progress: '看进度',
  home: '回首页',
} as const

export const updateWords = { ready: '新版本已备好，现在换上吗？写了一半的内容不会丢' } as const

export const missingWords = {
  title: '没有这一页',
  heading: '这一页不在了',
  words: '链接可能旧了。回首页可以提交诉求，也可以凭编号查询',
  home: '回首页',
} as const

export const noticeWords = {
  title: '消息',
  unread: (n: number) => (n > 98 ? '99+ 条未读' : `${n} 条未读`),
  isUnread: '未读',
  emptyTitle: '还没有消息',
  empty: '诉求有了进展，会在这里告诉您',
  start: '去提交',
} as const

export const tellWords = {
  title: '有进展时告诉您',
  hint: '微信会问您一次，同意一次能收到一条消息。不同意也没关系，“我的”里的消息都在',
  ask: '用微信通知我',
  busy: '正在打开…',
  accepted: '好的，有进展用微信告诉您',
  declined: '好的，不发微信。进展在“我的”的消息里看',
  off: '您在微信里关闭了订阅消息。想收到的话，可以去设置里打开；进展也在“我的”的消息里',
  settings: '去设置里打开',
  failed: '没有成功，可以再点一次；进展也在“我的”的消息里',
} as const

export const shareWords = { title: '遇到困难？一句话就能反映，看着它办好' } as const

export const meWords = {
  title: '我的',
  signedOut: '还没有登录',
  signedOutHint: '提交或查看诉求时再登录就行',
  signIn: '用手机号登录',
  signInShort: '登录',
  signOut: '退出',
  signOutAsk: '退出后仍可凭受理编号查询。确定退出吗？',
  resident: '居民',
  lookup: '凭编号查询进度',
  listed: '公开监督的事',
  complaints: '我的投诉',
  staff: '工作人员入口',
  about: '关于民生直通',
  aboutWords: '说出您的困难，看着它办，由您来评判。谁在办、什么时候答复、办到哪一步，随时可查。',
  privacy: '姓名、电话和住址只用于办理您的诉求，默认遮盖，每次查看都有记录。',
  wechatUser: '微信用户',
} as const

/** What to say for a code; the rest is said by the server's own title. */
const errorWords: Record<string, string> = {
  offline: '请看一下手机信号，稍后再试',
  unreadable: '服务暂时没有应答，请稍后再试',
  unexpected: '出了点意外，请再试一次',
  place_outside_district: '这个地点不在本区内，请换一个地点',
  place_required: '请选一下在哪里',
  idempotency_key_reused: '这份诉求已经提交过了，请到进度里看一下',
  attachment_too_large: '文件太大了：照片最大 10 MB，录音 5 MB，视频 50 MB',
  attachment_type_unsupported: '只能传照片（jpg、png、webp）、录音和 mp4 视频',
  attachment_broken: '这个文件打不开，请换一个',
  attachment_gone: '有的照片找不到了，请去掉后再加一次',
  attachment_unknown: '有的照片没有传好，请去掉后再加一次',
  need_not_found: '没有找到。请对照受理编号和手机号后四位',
  receipt_no_mistyped: '编号里有一位写错了，请对照看一下',
}

const wait = (seconds: number) =>
  seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`

/** An error in plain words, with the next step. */
export function wordsOfError(error: ApiError): string {
  if (error.status === 429) return `操作太频繁，请 ${wait(error.retryAfter ?? 60)}后再试`
  return errorWords[error.code] ?? (error.title || error.fields[0]?.message || '没有成功，请再试一次')
}

/** The same for a refusal that was stored with a draft. */
export const wordsOfCode = (code: string, title: string): string =>
  errorWords[code] ?? (title || errorWords.unexpected || code)
