import areas from '../../../server/seed/areas.json'
import { request } from '../api'
import { gpsOf } from '../server'
import { Clerk } from '../weapp-desk'
import { aComplainant, type Complainant } from './complainant'

/** Who stands before the screen: nobody who is known, or somebody of the demonstration. */
export type Who = 'stranger' | 'resident' | 'complainant' | keyof typeof staff

/** Of the demonstration's residents the one with needs in every state. */
const RESIDENT_PHONE = '19900007924'
const staff = {
  handler: '傅晓岚',
  dispatcher: '温书平',
  supervisor: '纪长青',
  leader: '程立言',
  departmentLeader: '宋启明',
  administrator: '钟一鸣',
  gridWorker: '方秀芬',
  reviewer: '侯正阳',
} as const

interface Household {
  id: string
  gridId: string
  marks: string[]
  lastMetAt: string | null
  version: number
}
interface Summary {
  id: string
  receiptNo: string
  state: string
  awaitsRating: boolean
  isOverdue: boolean
}

/** What the demonstration has that the scenes show. */
export interface World {
  /** What the browser keeps of a person who is signed in; null for a stranger. */
  sessions: Record<Who, object | null>
  need: Record<
    | 'running'
    | 'late'
    | 'answered'
    | 'closed'
    | 'waiting'
    | 'planned'
    | 'merged'
    | 'rated'
    | 'rejected'
    | 'followedUp',
    string
  >
  /** The complainant's. */
  bad: Complainant['need']
  receiptNo: string
  phoneTail: string
  order: string
  /** One that another department helps with. */
  assisted: string
  /** One that was sent so lately that its department may still return it. */
  returnable: string
  /** One that waits for the reviewer. */
  reviewed: string
  supervision: string
  /** One about a complaint, not about a need. */
  supervisedComplaint: string
  /** Of the grid worker's. */
  household: string
  /** One of theirs. */
  grid: string
  /** The same as somebody else has changed it meanwhile. */
  theirs: object
  task: string
  /** Where neighbours have filed much about the same thing. */
  alley: Point
  /** Where such a thing was solved, with a photo. */
  village: Point
}

interface Point {
  latitude: number
  longitude: number
}

interface Household {
  id: string
  gridId: string
  marks: string[]
  residents: { idNumberMasked: string | null }[]
  lastMetAt: string | null
  latestVisits: object[]
}
/** Of which there is something to tell: marks, an ID number, visits. */
const isTold = ({ marks, residents, lastMetAt, latestVisits }: Household) =>
  marks.length > 0 &&
  lastMetAt !== null &&
  latestVisits.length > 0 &&
  residents.some(({ idNumberMasked }) => idNumberMasked)

const staffSessions = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(staff).map(async ([who, name]) => [who, { staff: await Clerk.session(name) }] as const),
    ),
  ) as Record<keyof typeof staff, { staff: { accessToken: string } }>

/** The same world, with everybody of the demonstration signed in anew: sessions are good for a quarter of an hour. */
export const signedInAnew = async (world: World): Promise<World> => ({
  ...world,
  sessions: {
    ...world.sessions,
    resident: { resident: await residentSession() },
    ...(await staffSessions()),
  },
})

export async function lookAround(): Promise<World> {
  const resident = await residentSession()
  const mine = await all<Summary>('/needs/mine', resident.accessToken)
  const named = (what: string, is: (need: Summary) => boolean) => {
    const found = mine.find(is)
    if (!found) throw new Error(`the demonstration's resident has no need that is ${what}`)
    return found
  }
  const runs = ({ state }: Summary) => ['submitted', 'dispatched', 'handling'].includes(state)
  const running = named('running', (need) => runs(need) && !need.isOverdue)
  const late = named('late', (need) => runs(need) && need.isOverdue)
  const answered = named('answered', ({ awaitsRating }) => awaitsRating)
  const closed = named('closed', ({ state }) => state === 'closed')
  const inState = (state: string) => named(state, (need) => need.state === state).id
  const sessions = await staffSessions()
  const orders = await request<{ items: { id: string }[] }>('/work-orders', {
    token: sessions.handler.staff.accessToken,
  })
  const { accessToken: supervisor } = sessions.supervisor.staff
  const supervised = await request<{ items: { id: string }[] }>('/supervision-orders', { token: supervisor })
  const grid = await request<{ households: Household[]; tasks: { id: string }[] }>('/sync/changes', {
    token: sessions.gridWorker.staff.accessToken,
  })
  const household = grid.households.find(isTold)
  const reviewed = await request<{ items: { id: string }[] }>('/work-orders?state=reviewing', {
    token: sessions.reviewer.staff.accessToken,
  })
  const complainant = await aComplainant()
  return {
    sessions: {
      stranger: null,
      resident: { resident },
      complainant: { resident: complainant.session },
      ...sessions,
    },
    bad: complainant.need,
    need: {
      running: running.id,
      late: late.id,
      answered: answered.id,
      closed: closed.id,
      waiting: inState('waiting'),
      planned: inState('planned'),
      merged: inState('merged'),
      rated: await ratedToday(mine, resident.accessToken),
      rejected: inState('rejected'),
      followedUp: await followedUp(mine, resident.accessToken),
    },
    receiptNo: running.receiptNo,
    phoneTail: RESIDENT_PHONE.slice(-4),
    order: orders.items[0]?.id ?? '',
    assisted: await workingOrder(
      sessions.handler.staff.accessToken,
      ({ others }) => others.some(({ role }) => role === 'assist'),
      'that somebody assists with',
    ),
    returnable: await workingOrder(
      sessions.handler.staff.accessToken,
      ({ allowedActs }) => allowedActs.includes('requestReturn'),
      'that may be returned',
    ),
    supervision: supervised.items[0]?.id ?? '',
    supervisedComplaint: await supervisedComplaint(supervisor),
    reviewed: reviewed.items[0]?.id ?? '',
    household: household?.id ?? '',
    grid: grid.households[0]?.gridId ?? '',
    theirs: { ...household, note: '已搬去女儿家', version: (household?.version ?? 0) + 1 },
    task: grid.tasks[0]?.id ?? '',
    alley: gridCentre('37990100200102'),
    village: gridCentre('37990110120402'),
  }
}

/** It is supervised by rule, by the timers of a server that has just begun. */
async function supervisedComplaint(token: string): Promise<string> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    const orders = await all<{ id: string; about: string }>('/supervision-orders', token)
    const found = orders.find(({ about }) => about === 'complaint')
    if (found) return found.id
    await new Promise((next) => setTimeout(next, 1_000))
  }
  throw new Error('no complaint of the demonstration is supervised')
}

/** What a browser's GPS would give in the middle of a grid of the demonstration. */
function gridCentre(code: string): Point {
  const [longitude, latitude] = areas.find((area) => area.code === code)?.center ?? []
  if (longitude === undefined || latitude === undefined) throw new Error(`no grid ${code}`)
  return gpsOf({ latitude, longitude })
}

/** One that was done four weeks ago: whether it still holds is asked. */
async function followedUp(mine: Summary[], token: string): Promise<string> {
  for (const { id } of mine.filter(({ state }) => state === 'closed')) {
    const { followUp } = await request<{ followUp: { isOpen: boolean } | null }>(`/needs/${id}/follow-up`, {
      token,
    })
    if (followUp?.isOpen) return id
  }
  throw new Error("none of the demonstration's needs is asked about after four weeks")
}

/** One whose rating can still be changed: it is rated now, unless it was by the look around before. */
async function ratedToday(mine: Summary[], token: string): Promise<string> {
  for (const { id } of mine.filter(({ state }) => state === 'closed')) {
    const { ratingFixedAt } = await request<{ ratingFixedAt: string | null }>(`/needs/${id}`, { token })
    if (ratingFixedAt && Date.parse(ratingFixedAt) > Date.now()) return id
  }
  const [, second] = mine.filter(({ awaitsRating }) => awaitsRating)
  if (!second) throw new Error("the demonstration's resident has no second need to rate")
  await request(`/needs/${second.id}/rating`, { token, body: { level: 5 } })
  return second.id
}

/** Every item of a list that is paged. */
async function all<Item>(path: string, token: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: string = cursor && `${path.includes('?') ? '&' : '?'}cursor=${cursor}`
    const page = await request<{ items: Item[]; nextCursor: string | null }>(path + next, { token })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

interface Order {
  id: string
  role: string
  dispatchedAt: string
  others: { role: string }[]
  allowedActs: string[]
}

/** Of the orders that a department leads and works on, the one like this that was sent last: its times run longest. */
async function workingOrder(token: string, is: (order: Order) => boolean, words: string): Promise<string> {
  const working = await all<{ id: string }>('/work-orders?state=working', token)
  const orders = await Promise.all(working.map(({ id }) => request<Order>(`/work-orders/${id}`, { token })))
  const [found] = orders
    .filter((order) => order.role === 'lead' && is(order))
    .sort((one, other) => other.dispatchedAt.localeCompare(one.dispatchedAt))
  if (!found) throw new Error(`the demonstration has no order ${words}`)
  return found.id
}

async function residentSession() {
  const { demoCode } = await request<{ demoCode: string }>('/phone-codes', {
    body: { phone: RESIDENT_PHONE },
  })
  return request<{ accessToken: string }>('/sessions/phone', {
    body: { phone: RESIDENT_PHONE, code: demoCode },
  })
}
