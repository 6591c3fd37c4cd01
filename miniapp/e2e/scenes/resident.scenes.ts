import type { Scene } from './scene'

const needPage = {
  page: 'pages/need/index',
  who: 'resident',
  source: '**/api/v1/needs/*',
} as const

/** A need about which the complainant is not content. */
const bad = { page: 'pages/need/index', who: 'complainant' } as const

/** What lies upon the page of one's need. */
const onNeed = { page: 'pages/need/index', who: 'resident' } as const
const lamps = '巷子里的路灯坏了半个月，老人晚上出门看不清台阶。'

/** What residents see of their own. */
export const residentScenes: Scene[] = [
  {
    name: 'home',
    page: 'pages/home/index',
    who: 'resident',
    seen: '我的诉求',
  },
  { name: 'home-new', page: 'pages/home/index', who: 'stranger', seen: '凭编号查询' },
  {
    name: 'home-danger',
    page: 'pages/home/index',
    who: 'stranger',
    seen: '有危险，请先打电话',
    act: (device) => device.fill('您遇到的困难', '楼道里燃气泄漏，味道很重'),
  },
  {
    name: 'home-place',
    page: 'pages/home/index',
    who: 'stranger',
    seen: '在哪里？',
    async act(device) {
      await device.fill('您遇到的困难', '小区南门的路灯坏了半个月，老人晚上出门看不清台阶。')
      await device.press(/^(一键)?提交$/)
      await device.sees(/社区/)
    },
  },
  {
    name: 'home-entry',
    page: 'pages/home/index',
    who: 'stranger',
    query: () => 'scene=p-gongshui',
    seen: /您扫的是供水公司/,
  },
  {
    name: 'home-entry-gone',
    page: 'pages/home/index',
    who: 'stranger',
    query: () => 'scene=d-nowhere',
    seen: '这个码已停用，请直接填写诉求',
  },
  {
    name: 'home-lookalikes',
    page: 'pages/home/index',
    who: 'resident',
    gps: ({ alley }) => alley,
    seen: '附近有人反映过类似的事',
    act: (device) => device.fill('您遇到的困难', lamps),
  },
  {
    name: 'home-lookalike-solved',
    page: 'pages/home/index',
    who: 'resident',
    gps: ({ village }) => village,
    seen: '附近有人反映过类似的事',
    act: (device) => device.fill('您遇到的困难', lamps),
  },
  {
    name: 'home-contact',
    page: 'pages/home/index',
    who: 'resident',
    seen: '只有办理人员能看到，用来和您联系',
    act: (device) => device.press(device.page.getByRole('button', { name: /^联系电话/ })),
  },
  {
    name: 'home-unsent',
    page: 'pages/home/index',
    who: 'resident',
    gps: ({ village }) => village,
    seen: '待发送',
    async act(device) {
      await device.page.route('**/api/v1/needs', (route) => route.abort())
      await device.fill('您遇到的困难', '河堤步道的护栏断了一截，孩子们常在那里玩')
      await device.sees('鹭湾村')
      await device.press(/^(一键)?提交$/)
      await device.text(/已替您存好/).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'sign-in',
    page: 'pages/me/index',
    who: 'stranger',
    seen: '获取验证码',
    act: (device) => device.press('登录'),
  },
  {
    name: 'progress',
    page: 'pages/progress/index',
    who: 'resident',
    seen: /MS\d{8}|答复/,
    source: '**/api/v1/needs/mine*',
    empty: '还没有诉求',
  },
  { name: 'progress-new', page: 'pages/progress/index', who: 'stranger', seen: '登录后看到您的诉求' },
  { ...needPage, name: 'need', query: ({ need }) => `id=${need.running}`, seen: '诉求进度' },
  { ...needPage, name: 'need-late', query: ({ need }) => `id=${need.late}`, seen: /已超过承诺时间/ },
  {
    ...needPage,
    name: 'need-answered',
    query: ({ need }) => `id=${need.answered}`,
    seen: '办得怎么样？',
  },
  { ...needPage, name: 'need-closed', query: ({ need }) => `id=${need.closed}`, seen: /您的评价/ },
  { ...needPage, name: 'need-waiting', query: ({ need }) => `id=${need.waiting}`, seen: '我来补充' },
  { ...needPage, name: 'need-planned', query: ({ need }) => `id=${need.planned}`, seen: '预计日期' },
  { ...needPage, name: 'need-merged', query: ({ need }) => `id=${need.merged}`, seen: '一起办的那件事' },
  { ...needPage, name: 'need-rejected', query: ({ need }) => `id=${need.rejected}`, seen: '没有受理' },
  {
    ...needPage,
    name: 'need-follow-up',
    query: ({ need }) => `id=${need.followedUp}`,
    seen: '办好四周了，还好吗？',
  },
  {
    ...onNeed,
    name: 'need-broken-again',
    query: ({ need }) => `id=${need.followedUp}`,
    seen: /请再提交一件/,
    act: (device) => device.press('问题又出现了'),
  },
  {
    ...onNeed,
    name: 'appeal',
    query: ({ need }) => `id=${need.rejected}`,
    seen: '为什么应当办理',
    act: (device) => device.press('不同意，申诉一次'),
  },
  {
    name: 'need-signed-out',
    page: 'pages/need/index',
    who: 'stranger',
    query: ({ need }) => `id=${need.running}`,
    seen: '登录后看到您的诉求',
  },
  {
    ...bad,
    name: 'need-unsolved',
    query: (world) => `id=${world.bad.unsolved}`,
    seen: '没有解决，已如实记录',
  },
  { ...bad, name: 'complaint-answered', query: (world) => `id=${world.bad.answered}`, seen: '认可，已解决' },
  {
    ...bad,
    name: 'complaint-refuse',
    query: (world) => `id=${world.bad.answered}`,
    seen: /不认可后，会换一位工作人员/,
    isOfTheWeb: true,
    act: (device) => device.press('不认可'),
  },
  {
    ...bad,
    name: 'complaint-dismissed',
    query: (world) => `id=${world.bad.dismissed}`,
    seen: /这件投诉不成立/,
  },
  {
    ...onNeed,
    name: 'reopen',
    query: ({ need }) => `id=${need.closed}`,
    seen: '现在的情况',
    act: (device) => device.press('问题又出现了，重新办理'),
  },
  {
    ...onNeed,
    name: 'withdraw',
    query: ({ need }) => `id=${need.running}`,
    seen: /确定撤回吗/,
    isOfTheWeb: true,
    act: (device) => device.press('撤回诉求'),
  },
  {
    ...onNeed,
    name: 'complaint-words',
    query: ({ need }) => `id=${need.late}`,
    seen: '哪里没办好（可不填）',
    act: (device) => device.press('补充说明'),
  },
  {
    name: 'supply',
    page: 'pages/need/index',
    who: 'resident',
    query: ({ need }) => `id=${need.waiting}`,
    seen: '要补充的情况',
    act: (device) => device.press('我来补充'),
  },
  {
    name: 'rating',
    page: 'pages/need/index',
    who: 'resident',
    query: ({ need }) => `id=${need.closed}`,
    seen: '还想说什么（可不填）',
    act: (device) => device.press(/补充评价/),
  },
  {
    name: 'receipt',
    page: 'pages/receipt/index',
    who: 'resident',
    query: ({ need }) => `id=${need.running}`,
    seen: '已经收到',
    source: '**/api/v1/needs/*',
  },
  {
    name: 'receipt-category',
    page: 'pages/receipt/index',
    who: 'resident',
    query: ({ need }) => `id=${need.running}`,
    seen: '您说的是哪一类？',
    async act(device) {
      await device.press(/^分得不对|^知道是哪一类/)
      await device.press(device.page.getByRole('dialog').getByRole('radio', { name: /城市管理/ }))
    },
  },
  { name: 'lookup', page: 'pages/lookup/index', who: 'stranger', seen: '手机号后四位' },
  {
    name: 'lookup-found',
    page: 'pages/lookup/index',
    who: 'stranger',
    seen: /承诺|办理|确定/,
    async act(device, { receiptNo, phoneTail }) {
      await device.fill('受理编号', receiptNo)
      await device.fill('手机号后四位', phoneTail)
      await device.press('查询')
      await device.sees(receiptNo)
    },
  },
  {
    name: 'lookup-wrong',
    page: 'pages/lookup/index',
    who: 'stranger',
    seen: '编号里有一位写错了，请对照看一下',
    async act(device, { receiptNo }) {
      const last = Number(receiptNo.at(-1))
      await device.field('受理编号').fill(receiptNo.slice(0, -1) + ((last + 1) % 10))
      await device.press('查询')
    },
  },
  {
    name: 'lookup-card',
    page: 'pages/lookup/index',
    who: 'stranger',
    seen: '领取这件诉求',
    act: (device) => device.press(device.page.getByRole('tab', { name: '凭网格员给的卡片' })),
  },
  { name: 'me-new', page: 'pages/me/index', who: 'stranger', seen: '工作人员入口' },
  { name: 'me', page: 'pages/me/index', who: 'resident', seen: '工作人员入口' },
  {
    name: 'me-phone',
    page: 'pages/me/index',
    who: 'resident',
    seen: '获取验证码',
    act: (device) => device.press(device.page.getByRole('link', { name: /更换手机号/ })),
  },
  {
    name: 'notices',
    page: 'pages/notices/index',
    who: 'resident',
    seen: '消息',
    source: '**/api/v1/notices*',
    empty: '还没有消息',
  },
  {
    name: 'rating-aspects',
    page: 'pages/need/index',
    who: 'resident',
    query: ({ need }) => `id=${need.rated}`,
    seen: '快不快',
    async act(device) {
      await device.press(/补充评价/)
      await device.press('再评四个方面（可不填）')
    },
  },
  {
    name: 'complaints',
    page: 'pages/complaints/index',
    who: 'resident',
    seen: '一键投诉',
    source: '**/api/v1/complaints/mine*',
    empty: '还没有投诉过',
  },
  {
    name: 'complaints-states',
    page: 'pages/complaints/index',
    who: 'complainant',
    seen: '监督人员不再联系您。需要时可以再投诉',
  },
  { name: 'complaints-new', page: 'pages/complaints/index', who: 'stranger', seen: '登录后看您的投诉' },
  { name: 'missing', page: 'pages/missing/index', who: 'stranger', seen: '这一页不在了' },
]
