import type { Scene } from './scene'

/** "2026-10": it is over, and frozen. */
function lastMonth(): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 15)).toISOString().slice(0, 7)
}

/** What staff see who look at how things go, and those who set how things are done. */
export const deskFigureScenes: Scene[] = [
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
    nothing: { countedAs: 'now', items: [], nextCursor: null },
    isDesk: true,
  },
  {
    name: 'desk-score-items-frozen',
    page: 'desk/pages/score-items/index',
    who: 'leader',
    query: () => `period=month&month=${lastMonth()}&by=department&figure=filed`,
    seen: '固定时的清单',
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
    name: 'desk-heat',
    page: 'desk/pages/heat/index',
    who: 'leader',
    seen: '哪里反映得多',
    source: '**/api/v1/scores*',
    isDesk: true,
  },
  {
    name: 'desk-heat-town',
    page: 'desk/pages/heat/index',
    who: 'leader',
    seen: /的社区$/,
    act: async (device) => device.press(device.page.getByRole('link').filter({ hasText: '第 1' }).first()),
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
      await device.fill('诉求内容', '小区南门的路灯坏了半个月，老人晚上出门看不清台阶。')
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
  {
    name: 'desk-walks',
    page: 'desk/pages/walks/index',
    who: 'leader',
    seen: '各镇街',
    source: '**/api/v1/visits/coverage*',
    isDesk: true,
  },
  {
    name: 'desk-visit-map',
    page: 'desk/pages/walks/index',
    who: 'leader',
    seen: /见到了人 \d+ 次/,
    async act(device) {
      await device.press(device.page.getByRole('link', { name: '望江街道' }))
      await device.press(device.page.getByRole('link', { name: /社区$/ }).first())
      await device.press(device.button('看走访地点').first())
    },
    isDesk: true,
  },
  {
    name: 'desk-tasks',
    page: 'desk/pages/walks/index',
    who: 'leader',
    seen: /已完成 \d+/,
    act: (device) => device.press(device.page.getByRole('tab', { name: '入户任务' })),
    isDesk: true,
  },
  {
    name: 'desk-task-reports',
    page: 'desk/pages/walks/index',
    who: 'leader',
    seen: '报上来的结果',
    async act(device) {
      await device.press(device.page.getByRole('tab', { name: '入户任务' }))
      await device.press('看进度和结果')
      await device.press(device.page.getByRole('link').first())
    },
    isDesk: true,
  },
  {
    name: 'desk-task-form',
    page: 'desk/pages/walks/index',
    who: 'leader',
    seen: '布置到哪里',
    async act(device) {
      await device.press(device.page.getByRole('tab', { name: '入户任务' }))
      await device.press('布置任务')
    },
    isDesk: true,
  },
  {
    name: 'desk-register',
    page: 'desk/pages/register/index',
    who: 'administrator',
    query: ({ grid }) => `gridId=${grid}`,
    seen: /号楼/,
    source: '**/api/v1/household-register?*',
    empty: '没有这样的住户',
    isDesk: true,
  },
  {
    name: 'desk-register-new',
    page: 'desk/pages/register/index',
    who: 'administrator',
    query: ({ grid }) => `gridId=${grid}`,
    seen: '加一位成员',
    act: (device) => device.press('添加住户'),
    isDesk: true,
  },
  {
    name: 'desk-household',
    page: 'desk/pages/household/index',
    who: 'administrator',
    query: ({ household }) => `id=${household}`,
    seen: '走访记录',
    source: '**/api/v1/household-register/*',
    isDesk: true,
  },
  {
    name: 'desk-household-form',
    page: 'desk/pages/household/index',
    who: 'administrator',
    query: ({ household }) => `id=${household}`,
    seen: '加一位成员',
    act: (device) => device.press('修改'),
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
]
