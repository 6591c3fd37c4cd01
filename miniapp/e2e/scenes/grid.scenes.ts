import type { Device } from '../device'
import type { Scene } from './scene'
import type { World } from './world'

/** The grid worker before a door. */
const atTheDoor = { who: 'gridWorker', query: ({ household }: World) => `id=${household}` } as const

/** What the phone knows comes with this, the first time; later it is there without. */
const firstStart = {
  source: '**/api/v1/sync/changes*',
  offline: '需要联网下载住户',
} as const

interface Written {
  operations: { id: string; kind: string }[]
}

/** What the server says of what was written: one is refused, one is in conflict, the other is done. */
async function answerBy(device: Device, { theirs }: World) {
  const answers: Record<string, object> = {
    'visit.record': { outcome: 'refused', code: 'recorded_at_invalid', message: '手机时间不对，请调好再发' },
    'household.change': { outcome: 'conflict', current: theirs },
    'need.file': {
      outcome: 'done',
      record: { id: '0', receiptNo: 'MS20261121-0042-7', claimCode: '4821905367' },
    },
  }
  await device.page.route('**/api/v1/sync', (route) => {
    const { operations } = route.request().postDataJSON() as Written
    const results = operations.map(({ id, kind }) => ({ id, ...answers[kind] }))
    return route.fulfill({ json: { serverTime: new Date().toISOString(), results } })
  })
}

/** Writes at the door a visit, a change and a need of somebody who has no phone. */
async function write(device: Device, { household }: World) {
  const closed = () => device.page.getByRole('dialog').waitFor({ state: 'hidden' })
  // The web's elements are put together in the first moments of a sheet: nobody types as early as that.
  const opens = async (button: string) => {
    await device.press(button)
    await device.settled()
  }
  await opens('改资料')
  await device.fill('备注', '听力不好，敲门要重')
  await device.press('保存')
  await closed()
  await opens('代居民提交诉求')
  await device.fill('居民遇到的困难', '楼道的灯坏了，夜里看不清台阶')
  await device.press('提交')
  await closed()
  await device.open(`/grid/pages/visit/index?household=${household}`)
  await device.fill('说了什么', '老人说夜里起来看不清楼梯')
  await device.press('保存走访')
  await device.open('/grid/pages/written/index')
}

/** What was written stands before the grid worker. */
const written = {
  ...atTheDoor,
  isOfTheWeb: true,
  page: 'grid/pages/household/index',
  async act(device: Device, world: World) {
    await answerBy(device, world)
    await write(device, world)
  },
} as const

/** What a grid worker sees on the way. */
export const gridScenes: Scene[] = [
  {
    name: 'grid',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: /本月已走访/,
    ...firstStart,
    nothing: {
      ...{ cursor: 'none', grids: [], households: [], tasks: [], tombstones: [], more: false },
      serverTime: new Date().toISOString(),
    },
    empty: '还没有分到网格',
  },
  {
    name: 'grid-none-found',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: '没有找到',
    act: (device) => device.fill('楼栋、房号或姓名', '九十九栋'),
  },
  {
    name: 'grid-leave',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: /现在退出吗/,
    isOfTheWeb: true,
    act: (device) => device.press('退出'),
  },
  { name: 'grid-signed-out', page: 'grid/pages/home/index', who: 'stranger', seen: '请先登录' },
  {
    name: 'grid-tasks',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: /已完成/,
    act: (device) => device.press(device.page.getByRole('tab', { name: /任务/ })),
  },
  {
    name: 'grid-plan',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: '逐栋看',
    act: async (device) => {
      await device.press(device.page.getByRole('tab', { name: '走访图' }))
      await device.press(device.page.getByRole('button', { name: /^1 号楼/ }))
    },
  },
  {
    ...atTheDoor,
    ...firstStart,
    name: 'grid-household',
    page: 'grid/pages/household/index',
    seen: '住户成员',
  },
  {
    name: 'grid-household-gone',
    page: 'grid/pages/household/index',
    who: 'gridWorker',
    query: () => 'id=none',
    seen: '没有这一户',
  },
  {
    ...atTheDoor,
    name: 'grid-change',
    page: 'grid/pages/household/index',
    seen: '需要重点关爱的情况',
    act: (device) => device.press('改资料'),
  },
  {
    ...atTheDoor,
    name: 'grid-resident',
    page: 'grid/pages/household/index',
    seen: '与户主的关系',
    act: (device) => device.press(device.page.getByRole('button', { name: /，改资料$/ })),
  },
  {
    ...atTheDoor,
    name: 'grid-resident-new',
    page: 'grid/pages/household/index',
    seen: '身份证号（可不填）',
    act: (device) => device.press('添加成员'),
  },
  {
    ...atTheDoor,
    name: 'grid-past-visits',
    page: 'grid/pages/household/index',
    seen: /走访人/,
    act: (device) => device.press('看全部走访和照片'),
  },
  {
    ...atTheDoor,
    name: 'grid-id-number',
    page: 'grid/pages/household/index',
    seen: '为什么要看',
    act: async (device) => {
      await device.press(device.page.getByRole('button', { name: /，改资料$/ }))
      await device.press('看完整身份证号')
    },
  },
  {
    name: 'grid-door',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: '走访时发现还没有登记的门户',
    act: async (device) => {
      await device.fill('楼栋、房号或姓名', '没有这一户')
      await device.press('登记新的一户')
    },
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
    ...atTheDoor,
    name: 'grid-visit-need',
    page: 'grid/pages/visit/index',
    query: ({ household }) => `household=${household}`,
    seen: '为谁提交',
    act: (device) => device.press(device.page.getByRole('switch', { name: '代居民提交诉求' })),
  },
  {
    name: 'grid-task-gone',
    page: 'grid/pages/task/index',
    who: 'gridWorker',
    query: () => 'id=none',
    seen: '没有这个任务',
  },
  {
    name: 'grid-task',
    page: 'grid/pages/task/index',
    who: 'gridWorker',
    query: ({ task }) => `id=${task}`,
    seen: /已完成/,
  },
  {
    name: 'grid-report',
    page: 'grid/pages/task/index',
    who: 'gridWorker',
    query: ({ task }) => `id=${task}`,
    seen: '情况说明（可不填）',
    async act(device) {
      const report = device.button('填写结果')
      await device.sees(/已完成/)
      await device.press((await report.count()) ? report : device.page.getByRole('link'))
    },
  },
  {
    name: 'grid-new-door',
    page: 'grid/pages/home/index',
    who: 'gridWorker',
    seen: /新登记的一户/,
    isOfTheWeb: true,
    async act(device) {
      await device.page.route('**/api/v1/sync', (route) => route.abort())
      await device.fill('楼栋、房号或姓名', '没有这一户')
      await device.press('登记新的一户')
      await device.settled()
      const sheet = device.page.getByRole('dialog')
      await sheet.getByRole('textbox', { name: '楼栋' }).fill('文昌巷 12 号')
      await sheet.getByRole('textbox', { name: '房号' }).fill('正房')
      await device.press('登记')
    },
  },
  { name: 'grid-written', page: 'grid/pages/written/index', who: 'gridWorker', seen: '还没有记录' },
  {
    ...written,
    name: 'grid-waiting',
    seen: /条等待发送/,
    async act(device, world) {
      await device.page.route('**/api/v1/sync', (route) => route.abort())
      await write(device, world)
    },
  },
  { ...written, name: 'grid-to-decide', seen: '两边都改过' },
  {
    ...written,
    name: 'grid-correct',
    seen: '重新发送',
    async act(device, world) {
      await written.act(device, world)
      await device.press('修改后再发')
    },
  },
  {
    ...written,
    name: 'grid-card',
    seen: '领取码',
    async act(device, world) {
      await written.act(device, world)
      await device.press('给居民的凭证卡')
    },
  },
]
