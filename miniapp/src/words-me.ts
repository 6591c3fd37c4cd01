/** Chinese text of who one is here: signing in, what one allows, what one is told, and how it looks. */
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

export const permissionWords = {
  open: '去设置里打开权限',
} as const

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

export const lookWords = {
  toLarge: '大字版',
  toNormal: '标准版',
  typeSize: '字的大小（长辈版）',
  typeSizes: { normal: '标准', large: '大', largest: '特大' },
  colours: '明暗',
  colourSchemes: { system: '自动', light: '浅色', dark: '深色' },
} as const
