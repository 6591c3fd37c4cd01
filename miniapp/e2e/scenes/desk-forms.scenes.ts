import type { Locator } from 'playwright-core'
import type { Device } from '../device'
import type { Scene } from './scene'
import type { World } from './world'

type Act = NonNullable<Scene['act']>

const dialog = ({ page }: Device) => page.getByRole('dialog')
const tab = ({ page }: Device, name: string): Locator => page.getByRole('tab', { name })
const press =
  (name: string): Act =>
  (device) =>
    device.press(name)
/** Opens a form and sends it as it is: what is missing is said there. */
const sendsEmpty =
  (opens: string, send = opens): Act =>
  async (device) => {
    await device.press(opens)
    await device.settled()
    await device.press(dialog(device).getByRole('button', { name: send, exact: true }))
  }

const order = {
  page: 'desk/pages/order/index',
  query: ({ order: id }: World) => `id=${id}`,
  isDesk: true,
} as const

/** As it is shown where the need has come so far that this act is allowed: few of the demonstration's have. */
function whenAllowed(act: string, kind: 'allowedActs' | 'needActs'): Act {
  const none = { allowedActs: [], closedActs: [], needActs: [], closedNeedActs: [] }
  return async (device) => {
    await device.page.route('**/api/v1/work-orders/*', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: { ...(await answer.json()), ...none, [kind]: [act] } })
    })
    await device.page.reload()
  }
}
const then =
  (...acts: Act[]): Act =>
  async (device, world) => {
    for (const act of acts) await act(device, world)
  }

const onOrders: Scene[] = [
  {
    ...order,
    name: 'desk-more',
    who: 'handler',
    query: ({ assisted }) => `id=${assisted}`,
    seen: '请诉求人补充',
    act: press('更多办理'),
  },
  {
    ...order,
    name: 'desk-answer-refused',
    who: 'handler',
    seen: /^至少 \d+ 个字/,
    act: sendsEmpty('提交答复'),
  },
  {
    ...order,
    name: 'desk-send-back',
    who: 'reviewer',
    query: ({ reviewed }) => `id=${reviewed}`,
    seen: '退回理由，承办人会看到',
    act: press('退回修改'),
  },
  {
    ...order,
    name: 'desk-send-back-refused',
    who: 'reviewer',
    query: ({ reviewed }) => `id=${reviewed}`,
    seen: '请写明理由',
    act: sendsEmpty('退回修改'),
  },
  {
    ...order,
    name: 'desk-conclude',
    who: 'supervisor',
    seen: '为什么到此办结',
    act: then(whenAllowed('conclude', 'needActs'), press('签署办结')),
  },
  {
    ...order,
    name: 'desk-resume',
    who: 'supervisor',
    seen: /恢复后 5 个工作日内/,
    act: then(whenAllowed('resume', 'needActs'), press('恢复办理')),
  },
  {
    ...order,
    name: 'desk-waive',
    who: 'handler',
    seen: '为什么不再需要协办',
    act: then(whenAllowed('waive', 'allowedActs'), press('免去协办')),
  },
]

const queue = { page: 'desk/pages/queue/index', who: 'handler', isDesk: true } as const
const filters: Scene[] = [
  { ...queue, name: 'desk-filter-due', seen: '按时限看', act: press('全部时限') },
  { ...queue, name: 'desk-filter-area', seen: '按社区看', act: press('全部社区') },
  {
    name: 'desk-supervision-filter',
    page: 'desk/pages/supervision/index',
    who: 'supervisor',
    seen: '按单位看',
    act: press('全部单位'),
    isDesk: true,
  },
]

const complaints = { page: 'desk/pages/complaints/index', who: 'supervisor', isDesk: true } as const
const inState =
  (state: string, act: string): Act =>
  async (device) => {
    await device.press(tab(device, state))
    await device.settled()
    await device.press(device.button(act).first())
  }
const onComplaints: Scene[] = [
  {
    ...complaints,
    name: 'desk-complaint-void',
    seen: '为什么不成立',
    act: (device) => device.press(device.button('不成立').first()),
  },
  {
    ...complaints,
    name: 'desk-complaint-investigate',
    seen: '复杂程度',
    act: inState('已响应', '开始核查'),
  },
  { ...complaints, name: 'desk-complaint-answer', seen: '核查结论', act: inState('核查中', '答复') },
  { ...complaints, name: 'desk-complaint-extend', seen: /只能延期一次/, act: inState('核查中', '延期') },
]

const others: Scene[] = [
  {
    name: 'desk-triage-merge',
    page: 'desk/pages/triage/index',
    who: 'dispatcher',
    seen: '主件的受理编号',
    act: (device) => device.press(device.button('并案').first()),
    isDesk: true,
  },
  {
    name: 'desk-supervision-revoke',
    page: 'desk/pages/supervision-order/index',
    who: 'supervisor',
    query: ({ supervision }) => `id=${supervision}`,
    seen: '撤销理由',
    act: press('撤销'),
    isDesk: true,
  },
  {
    name: 'desk-monthly-choose',
    page: 'desk/pages/monthly/index',
    who: 'leader',
    seen: /做到什么程度/,
    act: (device) => device.press(device.button('选为题目').first()),
    isDesk: true,
  },
  {
    name: 'desk-monthly-finish',
    page: 'desk/pages/monthly/index',
    who: 'leader',
    seen: /做成了什么/,
    act: press('写结果'),
    isDesk: true,
  },
  {
    name: 'desk-exclusion-form',
    page: 'desk/pages/exclusions/index',
    who: 'supervisor',
    seen: /为什么这个评价不应计入/,
    act: press('提请剔除一件'),
    isDesk: true,
  },
  {
    name: 'desk-scheme-refused',
    page: 'desk/pages/schemes/index',
    who: 'administrator',
    seen: /合计是 1.4，要等于 1/,
    async act(device) {
      await device.press('设一个新方案')
      await device.field('解决率').fill('0.9')
      await device.press('保存')
    },
    isDesk: true,
  },
  {
    name: 'desk-export-refused',
    page: 'desk/pages/exports/index',
    who: 'leader',
    seen: '请写明用途，2 到 200 个字',
    act: press('开始导出'),
    isDesk: true,
  },
  {
    name: 'desk-calendar-form',
    page: 'desk/pages/deadlines/index',
    who: 'administrator',
    seen: '保存',
    act: press('录入一年'),
    isDesk: true,
  },
]

/** The forms of the desk that are opened for one act, and what they say when something is missing. */
export const deskFormScenes: Scene[] = [...onOrders, ...filters, ...onComplaints, ...others]
