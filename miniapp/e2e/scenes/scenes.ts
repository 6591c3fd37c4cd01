import type { Device } from '../harness'
import type { Who, World } from './world'

/** A page as somebody meets it. Every page of app.config.ts is in the list, else a test fails. */
export interface Scene {
  name: string
  page: string
  query?: (world: World) => string
  who: Who
  /** What is to be seen when all of it is there. */
  seen: string | RegExp
  /** Done on the page, to open what lies upon it. */
  act?: (device: Device, world: World) => Promise<void>
  /** Whose answer fills the page: it can be late, empty, too long, or missing. */
  source?: string
  /** What the page says when the answer has nothing in it. */
  empty?: string | RegExp
  /** A page of the desk: it has no layout for large type of its own. */
  isDesk?: boolean
}

const needPage = {
  page: 'pages/need/index',
  who: 'resident',
  source: '**/api/v1/needs/*',
} as const

/** The page of an order that another department helps with. */
const assisted = {
  page: 'desk/pages/order/index',
  who: 'handler',
  query: ({ assisted: order }: World) => `id=${order}`,
  isDesk: true,
} as const

/** The grid worker before a door. */
const atTheDoor = { who: 'gridWorker', query: ({ household }: World) => `id=${household}` } as const

/** An act that has no button of its own on the page. */
const chooses = (act: string) => async (device: Device) => {
  await device.press('更多办理')
  await device.press(device.page.getByRole('dialog').getByRole('button', { name: act, exact: true }))
}

export const scenes: Scene[] = [
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
    act: (device) => device.field('您遇到的困难').fill('楼道里燃气泄漏，味道很重'),
  },
  {
    name: 'home-place',
    page: 'pages/home/index',
    who: 'stranger',
    seen: '在哪里？',
    async act(device) {
      await device.field('您遇到的困难').fill('小区南门的路灯坏了半个月，老人晚上出门看不清台阶。')
      await device.press(/^(一键)?提交$/)
      await device.sees(/社区/)
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
  { name: 'lookup', page: 'pages/lookup/index', who: 'stranger', seen: '手机号后四位' },
  {
    name: 'lookup-found',
    page: 'pages/lookup/index',
    who: 'stranger',
    seen: /承诺|办理|确定/,
    async act(device, { receiptNo, phoneTail }) {
      await device.field('受理编号').fill(receiptNo)
      await device.field('手机号后四位').fill(phoneTail)
      await device.press('查询')
      await device.sees(receiptNo)
    },
  },
  {
    name: 'lookup-card',
    page: 'pages/lookup/index',
    who: 'stranger',
    seen: '领取这件诉求',
    act: (device) => device.press(device.page.getByRole('tab', { name: '凭网格员给的卡片' })),
  },
  {
    name: 'around',
    page: 'public/pages/around/index',
    who: 'stranger',
    seen: /天办完|当天办完/,
    source: '**/api/v1/disclosure/solved*',
    empty: '这里最近 7 天还没有',
  },
  {
    name: 'around-rates',
    page: 'public/pages/around/index',
    who: 'stranger',
    seen: /人评价/,
    act: ({ page }) => page.getByRole('tab', { name: '各单位' }).click(),
  },
  {
    name: 'around-trust',
    page: 'public/pages/around/index',
    who: 'stranger',
    seen: '谁能看到我的电话和住址？',
    act: ({ page }) => page.getByRole('tab', { name: '信息怎么用' }).click(),
  },
  { name: 'me', page: 'pages/me/index', who: 'resident', seen: '工作人员入口' },
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
  { name: 'complaints-new', page: 'pages/complaints/index', who: 'stranger', seen: '登录后看您的投诉' },
  { name: 'missing', page: 'pages/missing/index', who: 'stranger', seen: '这一页不在了' },
  {
    name: 'listed',
    page: 'public/pages/listed/index',
    who: 'stranger',
    seen: '公开时间',
    source: '**/api/v1/supervision-orders/listed*',
    empty: '现在没有公开监督的事',
  },
  {
    name: 'listed-complaints',
    page: 'public/pages/listed/index',
    who: 'stranger',
    seen: '超过答复时间',
    source: '**/api/v1/complaints/escalated*',
    empty: '现在没有公开的投诉',
    act: ({ page }) => page.getByRole('tab', { name: '没解决的投诉' }).click(),
  },
  { name: 'desk-sign-in', page: 'desk/pages/sign-in/index', who: 'stranger', seen: '演示账号', isDesk: true },
  {
    name: 'desk-queue',
    page: 'desk/pages/queue/index',
    who: 'handler',
    seen: /MS\d{8}|还剩|已超/,
    source: '**/api/v1/work-orders?*',
    empty: '这里没有工单',
    isDesk: true,
  },
  {
    name: 'desk-queue-leader',
    page: 'desk/pages/queue/index',
    who: 'departmentLeader',
    seen: /MS\d{8}|还剩|已超/,
    source: '**/api/v1/work-orders?*',
    empty: '这里没有工单',
    isDesk: true,
  },
  {
    name: 'desk-order',
    page: 'desk/pages/order/index',
    who: 'handler',
    query: ({ order }) => `id=${order}`,
    seen: '办理经过',
    source: '**/api/v1/work-orders/*',
    isDesk: true,
  },
  { ...assisted, name: 'desk-assisted', seen: '协办单位' },
  { ...assisted, name: 'desk-ask', seen: '请诉求人补充什么', act: chooses('请诉求人补充') },
  { ...assisted, name: 'desk-extend', seen: /批准后/, act: (device) => device.press('申请延期') },
  { ...assisted, name: 'desk-assist', seen: '请他们做什么', act: chooses('请求协办') },
  {
    ...assisted,
    name: 'desk-plan',
    who: 'supervisor',
    seen: '公开的预计日期',
    act: (device) => device.press('列入计划'),
  },
  {
    ...assisted,
    name: 'desk-merge',
    who: 'dispatcher',
    seen: '主件的受理编号',
    act: (device) => device.press('并案'),
  },
  {
    ...assisted,
    name: 'desk-why',
    who: 'dispatcher',
    seen: '判断的分类',
    act: (device) => device.press('看一看'),
  },
  {
    name: 'desk-extensions',
    page: 'desk/pages/queue/index',
    who: 'supervisor',
    seen: '审批意见（不同意时必填，单位会看到）',
    act: (device) => device.press(device.page.getByRole('tab', { name: '延期' })),
    isDesk: true,
  },
  {
    name: 'desk-triage',
    page: 'desk/pages/triage/index',
    who: 'dispatcher',
    seen: '派单',
    source: '**/api/v1/triage*',
    empty: '都分完了',
    isDesk: true,
  },
  {
    name: 'desk-complaints',
    page: 'desk/pages/complaints/index',
    who: 'supervisor',
    seen: '记录响应',
    source: '**/api/v1/complaints*',
    empty: '没有等待响应的投诉',
    isDesk: true,
  },
  {
    name: 'desk-call-backs',
    page: 'desk/pages/call-backs/index',
    who: 'supervisor',
    seen: '我来打',
    source: '**/api/v1/call-backs*',
    empty: '没有要回访的',
    isDesk: true,
  },
  {
    name: 'desk-call-back',
    page: 'desk/pages/call-backs/index',
    who: 'supervisor',
    seen: '居民说了什么',
    async act(device) {
      await device.press(device.page.getByRole('button', { name: /^(我来打|继续)$/ }).first())
      await device.press(device.page.getByRole('radio', { name: '接通了' }))
    },
    isDesk: true,
  },
  {
    name: 'desk-evidence',
    page: 'desk/pages/evidence/index',
    who: 'reviewer',
    seen: '要说明什么',
    source: '**/api/v1/complaint-evidence*',
    empty: '没有要报送的材料',
    isDesk: true,
  },
  {
    name: 'desk-evidence-form',
    page: 'desk/pages/evidence/index',
    who: 'reviewer',
    seen: '照片、录音',
    act: (device) => device.press(device.page.getByRole('button', { name: '报送' }).first()),
    isDesk: true,
  },
  {
    name: 'desk-supervision',
    page: 'desk/pages/supervision/index',
    who: 'supervisor',
    seen: /还剩|已超/,
    source: '**/api/v1/supervision-orders?*',
    empty: '这里没有督办单',
    isDesk: true,
  },
  {
    name: 'desk-supervision-order',
    page: 'desk/pages/supervision-order/index',
    who: 'supervisor',
    query: ({ supervision }) => `id=${supervision}`,
    seen: '督办经过',
    source: '**/api/v1/supervision-orders/*',
    isDesk: true,
  },
  {
    name: 'desk-patterns',
    page: 'desk/pages/patterns/index',
    who: 'dispatcher',
    seen: '群体诉求',
    source: '**/api/v1/need-groups*',
    empty: '没有待看的群体诉求',
    isDesk: true,
  },
  {
    name: 'desk-topics',
    page: 'desk/pages/patterns/index',
    who: 'dispatcher',
    seen: '最近 7 天',
    act: (device) => device.press(device.page.getByRole('tab', { name: '本周热点' })),
    isDesk: true,
  },
  {
    name: 'desk-notices',
    page: 'desk/pages/notices/index',
    who: 'handler',
    seen: '提醒',
    source: '**/api/v1/notices*',
    empty: '没有提醒',
    isDesk: true,
  },
  {
    name: 'desk-scores',
    page: 'desk/pages/scores/index',
    who: 'leader',
    seen: '综合',
    source: '**/api/v1/scores*',
    isDesk: true,
  },
  {
    name: 'desk-score-items',
    page: 'desk/pages/score-items/index',
    who: 'leader',
    query: () => 'from=2026-01-01&to=2026-12-31&by=department&figure=filed',
    seen: '受理',
    source: '**/api/v1/scores/items*',
    empty: '没有这样的件',
    isDesk: true,
  },
  {
    name: 'desk-exports',
    page: 'desk/pages/exports/index',
    who: 'leader',
    seen: '开始导出',
    source: '**/api/v1/exports*',
    empty: '还没有导出过',
    isDesk: true,
  },
  {
    name: 'desk-monthly',
    page: 'desk/pages/monthly/index',
    who: 'leader',
    seen: '选定的题目',
    source: '**/api/v1/monthly-topics*',
    isDesk: true,
  },
  {
    name: 'desk-schemes',
    page: 'desk/pages/schemes/index',
    who: 'administrator',
    seen: '生效日期',
    act: (device) => device.press('设一个新方案'),
    isDesk: true,
  },
  {
    name: 'desk-exclusions',
    page: 'desk/pages/exclusions/index',
    who: 'supervisor',
    seen: '提请剔除一件',
    source: '**/api/v1/scores/exclusions*',
    empty: '没有待定的',
    isDesk: true,
  },
  {
    name: 'desk-trial',
    page: 'desk/pages/trial/index',
    who: 'dispatcher',
    seen: '看看会派到哪里',
    isDesk: true,
  },
  {
    name: 'desk-trial-result',
    page: 'desk/pages/trial/index',
    who: 'dispatcher',
    seen: '判断的分类',
    async act(device) {
      await device.field('诉求内容').fill('小区南门的路灯坏了半个月，老人晚上出门看不清台阶。')
      await device.press('选择社区')
      await device.press(device.page.getByRole('dialog').getByRole('button', { name: /社区$/ }))
      await device.press('看看会派到哪里')
    },
    isDesk: true,
  },
  {
    name: 'desk-rules',
    page: 'desk/pages/rules/index',
    who: 'administrator',
    seen: '加一条规则',
    source: '**/api/v1/routing/rules*',
    empty: '没有这样的规则',
    isDesk: true,
  },
  {
    name: 'desk-rule-form',
    page: 'desk/pages/rules/index',
    who: 'administrator',
    seen: '主办单位',
    act: (device) => device.press('加一条规则'),
    isDesk: true,
  },
  {
    name: 'desk-rule-check',
    page: 'desk/pages/rules/index',
    who: 'administrator',
    seen: /看了 \d+ 条规则/,
    act: (device) => device.press(device.page.getByRole('tab', { name: '检查' })),
    isDesk: true,
  },
  { name: 'desk-safety', page: 'desk/pages/safety/index', who: 'dispatcher', seen: '内容', isDesk: true },
  {
    name: 'desk-outbox',
    page: 'desk/pages/outbox/index',
    who: 'administrator',
    seen: '未送达',
    isDesk: true,
  },
  {
    name: 'desk-calendar',
    page: 'desk/pages/deadlines/index',
    who: 'administrator',
    seen: '调休上班',
    source: '**/api/v1/work-calendar',
    isDesk: true,
  },
  {
    name: 'desk-hours',
    page: 'desk/pages/deadlines/index',
    who: 'administrator',
    seen: '空着就按上一级的来',
    act: async (device) => {
      await device.press(device.page.getByRole('tab', { name: '工作时间' }))
      await device.press(device.button('修改').first())
    },
    isDesk: true,
  },
  {
    name: 'desk-limits',
    page: 'desk/pages/deadlines/index',
    who: 'administrator',
    seen: '哪一种时限',
    act: async (device) => {
      await device.press(device.page.getByRole('tab', { name: '办理时限' }))
      await device.press('设一条时限')
    },
    isDesk: true,
  },
  {
    name: 'desk-limit-area',
    page: 'desk/pages/deadlines/index',
    who: 'administrator',
    seen: /街道全部社区/,
    act: async (device) => {
      await device.press(device.page.getByRole('tab', { name: '办理时限' }))
      await device.press('设一条时限')
      await device.press('全区')
    },
    isDesk: true,
  },
  {
    name: 'grid',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: /本月已走访/,
    source: '**/api/v1/sync/changes*',
  },
  {
    name: 'grid-tasks',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: /已完成/,
    act: (device) => device.press(device.page.getByRole('tab', { name: /任务/ })),
  },
  { ...atTheDoor, name: 'grid-household', page: 'grid/pages/household/index', seen: '住户成员' },
  {
    ...atTheDoor,
    name: 'grid-change',
    page: 'grid/pages/household/index',
    seen: '需要重点关爱的情况',
    act: (device) => device.press('改资料'),
  },
  {
    ...atTheDoor,
    name: 'grid-need',
    page: 'grid/pages/household/index',
    seen: '居民遇到的困难',
    act: (device) => device.press('代居民提交诉求'),
  },
  {
    ...atTheDoor,
    name: 'grid-visit',
    page: 'grid/pages/visit/index',
    query: ({ household }) => `household=${household}`,
    seen: '保存走访',
  },
  {
    name: 'grid-task',
    page: 'grid/pages/task/index',
    who: 'gridWorker',
    query: ({ task }) => `id=${task}`,
    seen: /已完成/,
  },
  { name: 'grid-written', page: 'grid/pages/written/index', who: 'gridWorker', seen: '写下的记录' },
]
