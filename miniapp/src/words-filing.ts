import type { NeedState } from '@minsheng/shared'

/** Chinese text of saying what one needs: the first screen, the place, what goes with it, and the receipt. */
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
  all: '看全部诉求',
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

export const contactWords = {
  title: '联系电话',
  hint: '只有办理人员能看到，用来和您联系',
  save: '好了',
  wrong: '手机号是 11 位数字，请看一下',
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
  choose: '知道是哪一类？选一下',
  correctTitle: '您说的是哪一类？',
  corrected: '已改好',
  progress: '看进度',
  home: '回首页',
} as const
