import { afterAll, beforeAll, expect, it } from '@jest/globals'
import {
  aNeed,
  areaOf,
  type FiledNeed,
  get,
  idOf,
  must,
  phone,
  post,
  streetLamp,
  vague,
} from '../src/handling/a-need.fixture.js'
import type { NeedView } from '../src/handling/need.dto.js'
import { gridOf, householdAt, householdsOf, operation, worker } from '../src/visits/a-grid.fixture.js'
import { startApp, type TestApp } from './app.fixture.js'

const enough = '，这里还有二十个以上的汉字，好让它的长度足够长'

/** What nobody types, and somebody sends; or a phone, where it cuts an emoji in two. */
const hostile: Readonly<Record<string, unknown>> = {
  null: null,
  number: -1,
  list: ['x'],
  object: { $gt: '' },
  'a zero byte': `a\u0000b${enough}`,
  'half a character': `半个字 \uD83D${enough}`,
  ...Object.fromEntries([20, 200].map((many) => [`${many} hearts`, '❤\uFE0F'.repeat(many)])),
  'a week': '2026-W52-7',
  'a day that is none': '2026-11-31',
}

type Body = Readonly<Record<string, unknown>>
interface Case {
  who: string
  path: string
  body: Body
}
interface Answer {
  code?: string
  title?: string
  results?: { outcome: string }[]
}

let server: TestApp
let cases: Record<string, () => Promise<Case>>
beforeAll(async () => {
  server = await startApp()
  await householdsOf(server, worker, [{ room: '901', residents: [{ name: '王秀兰' }] }])
  cases = await casesOf(server)
}, 300_000)
afterAll(() => server.stop())

async function casesOf(server: TestApp): Promise<Record<string, () => Promise<Case>>> {
  const community = await areaOf(server, '学府社区')
  const gridId = await gridOf(server, worker)
  const household = await householdAt(server, worker, '901')
  const chengguan = await idOf(server, 'department', 'chengguan')
  const leaf = must(
    await aNeed(server)
      .there()
      .then((need) => get<NeedView>(server, phone, `/needs/${need.id}`)),
  ).category?.id
  let rooms = 1000
  const newDoor = () => ({
    gridId,
    building: '9 号楼',
    unit: '1 单元',
    room: String((rooms += 1)),
    marks: [],
    note: '无',
    residents: [{ name: '李强', phone, relation: '户主' }],
  })
  const to = async (need: FiledNeed) => (await need.orders()).at(-1)?.id ?? ''
  return {
    submit: async () => ({
      who: phone,
      path: '/needs',
      body: {
        text: streetLamp,
        areaId: community,
        anonymous: false,
        contactPhone: phone,
        attachmentIds: [],
        scene: 'p-gongshui',
        capturedAt: '2026-11-16T01:00:00Z',
        place: { latitude: 24.48, longitude: 118.09, address: '南门' },
        sameAs: community,
      },
    }),
    submitAnswer: async () => ({
      who: 'chengguan',
      path: `/work-orders/${await to(await aNeed(server).accepted().contacted().there())}/acts/submitAnswer`,
      body: {
        text: '已经联系施工单位并现场处理完毕，今后每晚都会巡查到十点',
        result: 'solved',
        attachmentIds: [],
        evidenceNote: '昨晚在南门拍的',
      },
    }),
    requestReturn: async () => ({
      who: 'chengguan',
      path: `/work-orders/${await to(await aNeed(server).accepted().there())}/acts/requestReturn`,
      body: {
        reason: '不归我们管',
        legalBasis: '三定方案',
        suggestedDepartmentId: await idOf(server, 'department', 'shengtai'),
      },
    }),
    extend: async () => ({
      who: 'chengguan',
      path: `/work-orders/${await to(await aNeed(server).accepted().there())}/acts/extend`,
      body: { workdays: 3, reason: '要等材料到货才能施工' },
    }),
    contactPhone: async () => ({
      who: 'chengguan',
      path: `/work-orders/${await to(await aNeed(server).accepted().there())}/contact-phone`,
      body: { reason: '联系诉求人' },
    }),
    ask: async () => ({
      who: 'chengguan',
      path: `/needs/${(await aNeed(server).accepted().there()).id}/acts/ask`,
      body: { question: '请问是哪一盏灯不亮？' },
    }),
    plan: async () => ({
      who: 'duban',
      path: `/needs/${(await aNeed(server).accepted().there()).id}/acts/plan`,
      body: { text: '列入明年改造计划', owner: '王科长', publicAt: '2027-03-01' },
    }),
    dispatch: async () => ({
      who: 'fenpai',
      path: `/needs/${(await aNeed(server, { text: vague }).there()).id}/acts/dispatch`,
      body: { categoryId: leaf, departmentId: chengguan, assistingIds: [] },
    }),
    reject: async () => ({
      who: 'fenpai',
      path: `/needs/${(await aNeed(server, { text: vague }).there()).id}/acts/reject`,
      body: { reason: 'unclear', explanation: '这不是本区能办的事情，请向有关部门反映' },
    }),
    rating: async () => ({
      who: phone,
      path: `/needs/${(await aNeed(server).worked().there()).id}/rating`,
      body: { level: 2, solved: false, aspects: { speed: 1 }, tags: [], words: '还是没有办好' },
    }),
    complaint: async () => ({
      who: phone,
      path: `/needs/${(await aNeed(server).worked().there()).id}/complaint`,
      body: { words: '没有人来看过', attachmentIds: [] },
    }),
    serviceComplaint: async () => ({
      who: phone,
      path: '/complaints',
      body: { words: '没有人来看过', attachmentIds: [] },
    }),
    supervise: async () => ({
      who: 'duban',
      path: '/supervision-orders',
      body: {
        workOrderId: await to(await aNeed(server).there()),
        level: 1,
        demand: '请在三天内办好并答复居民',
      },
    }),
    exclusion: async () => ({
      who: 'duban',
      path: '/scores/exclusions',
      body: {
        receiptNo: (await aNeed(server).worked().rated({ level: 1 }).there()).filed.receiptNo,
        reason: '重复提交的同一件事情，另有一件已经评价',
      },
    }),
    scheme: async () => ({
      who: 'guanli',
      path: '/scores/schemes',
      body: {
        contact: 0.1,
        solved: 0.5,
        satisfaction: 0.4,
        fairlySatisfied: 0.9,
        validFrom: '2027-01-01',
        reason: '区里定的方案',
      },
    }),
    export: async () => ({
      who: 'lingdao',
      path: '/exports',
      body: { format: 'csv', purpose: '月度分析', period: 'month', month: '2026-10' },
    }),
    assign: async () => ({
      who: 'lingdao',
      path: '/grid-assignments',
      body: {
        areaId: gridId,
        kind: 'check',
        scope: 'household',
        title: '燃气安全检查',
        text: '逐户检查燃气管',
        choices: ['合格', '不合格'],
        dueOn: '2026-12-05',
      },
    }),
    door: async () => ({
      who: 'guanli',
      path: '/household-register',
      body: newDoor(),
    }),
    doorChange: async () => ({
      who: 'guanli',
      path: `/household-register/${household.id}/change`,
      body: {
        version: (await householdAt(server, worker, '901')).version,
        note: '无',
        marks: [],
        residents: [{ name: '王秀兰' }],
      },
    }),
    visit: async () => ({
      who: worker,
      path: '/sync',
      body: {
        ...operation(server, 'visit.record', {}),
        body: {
          householdId: household.id,
          meeting: 'met',
          said: '都好',
          tags: [],
          nextVisitOn: '2026-12-01',
          place: { latitude: 24, longitude: 118 },
        },
      },
    }),
    addAtDoor: async () => ({
      who: worker,
      path: '/sync',
      body: {
        ...operation(server, 'household.add', {}),
        body: newDoor(),
      },
    }),
    fileAtDoor: async () => ({
      who: worker,
      path: '/sync',
      body: {
        ...operation(server, 'need.file', {}),
        body: { householdId: household.id, phone, text: streetLamp },
      },
    }),
    limit: async () => ({
      who: 'guanli',
      path: '/limits',
      body: {
        kind: 'answer',
        amount: 7,
        unit: 'workdays',
        validFrom: '2026-12-01',
        validUntil: '2026-12-31',
      },
    }),
  }
}

/** Every place of a body, also within what it holds. */
function* places(body: Body, path: readonly string[] = []): Generator<readonly string[]> {
  for (const [name, value] of Object.entries(body)) {
    const here = [...path, name]
    yield here
    if (Array.isArray(value)) yield [...here, '0']
    const inner: unknown = Array.isArray(value) ? value[0] : value
    if (typeof inner === 'object' && inner !== null)
      yield* places(inner as Body, Array.isArray(value) ? [...here, '0'] : here)
  }
}

function withPlace(body: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const changed = (of: unknown) => (rest.length > 0 ? withPlace(of, rest, value) : value)
  if (Array.isArray(body)) return [changed(body[0])]
  const known = body as Body
  return { ...known, [name]: changed(known[name]) }
}

/** Sends it; says what is wrong with the answer, if anything. */
async function answerTo(
  { who, path }: Case,
  body: unknown,
): Promise<{ isDone: boolean; wrong: string | null }> {
  const sent = path === '/sync' ? { operations: [body] } : (body as object)
  const { status, body: answer } = await post<Answer>(server, who, path, sent)
  const hasWords = answer.code !== undefined && /\p{Script=Han}/u.test(answer.title ?? '')
  const [result] = answer.results ?? []
  if (status >= 500 || (status >= 400 && !hasWords)) return { isDone: false, wrong: String(status) }
  // It would be sent again and again.
  if (result?.outcome === 'later') return { isDone: false, wrong: 'later' }
  return { isDone: status < 400 && result?.outcome !== 'refused', wrong: null }
}

/** What was sent of a kind and got a wrong answer. */
async function wrongAnswers(make: () => Promise<Case>): Promise<string[]> {
  const right = await make()
  const found = (await answerTo(right, right.body)).isDone ? [] : ['what is right is refused, too']
  let current = await make()
  for (const place of places(current.body))
    for (const [what, value] of Object.entries(hostile)) {
      const { isDone, wrong } = await answerTo(current, withPlace(current.body, place, value))
      if (wrong !== null) found.push(`${place.join('.')}, ${what}: ${wrong}`)
      if (isDone) current = await make()
    }
  return found
}

it.each([
  'submit',
  'submitAnswer',
  'requestReturn',
  'extend',
  'contactPhone',
  'ask',
  'plan',
  'dispatch',
  'reject',
  'rating',
  'complaint',
  'serviceComplaint',
  'supervise',
  'exclusion',
  'scheme',
  'export',
  'assign',
  'door',
  'doorChange',
  'visit',
  'addAtDoor',
  'fileAtDoor',
  'limit',
])(
  'whatever is sent as %s is answered in words',
  async (name) => {
    const make = cases[name]
    expect(make && (await wrongAnswers(make))).toEqual([])
  },
  120_000,
)
