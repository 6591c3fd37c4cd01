import { request } from '../api'
import { Clerk } from '../weapp-desk'

/** Who stands before the screen: nobody who is known, or somebody of the demonstration. */
export type Who = 'stranger' | 'resident' | keyof typeof staff

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
    'running' | 'late' | 'answered' | 'closed' | 'waiting' | 'planned' | 'merged' | 'rated',
    string
  >
  receiptNo: string
  phoneTail: string
  order: string
  /** One that another department helps with. */
  assisted: string
  supervision: string
  /** Of the grid worker's. */
  household: string
  task: string
}

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
  const sessions = Object.fromEntries(
    await Promise.all(
      Object.entries(staff).map(async ([who, name]) => [who, { staff: await Clerk.session(name) }] as const),
    ),
  ) as Record<keyof typeof staff, { staff: { accessToken: string } }>
  const orders = await request<{ items: { id: string }[] }>('/work-orders', {
    token: sessions.handler.staff.accessToken,
  })
  const supervised = await request<{ items: { id: string }[] }>('/supervision-orders', {
    token: sessions.supervisor.staff.accessToken,
  })
  const grid = await request<{ households: { id: string; marks: string[] }[]; tasks: { id: string }[] }>(
    '/sync/changes',
    { token: sessions.gridWorker.staff.accessToken },
  )
  return {
    sessions: { stranger: null, resident: { resident }, ...sessions },
    need: {
      running: running.id,
      late: late.id,
      answered: answered.id,
      closed: closed.id,
      waiting: inState('waiting'),
      planned: inState('planned'),
      merged: inState('merged'),
      rated: await ratedToday(mine, resident.accessToken),
    },
    receiptNo: running.receiptNo,
    phoneTail: RESIDENT_PHONE.slice(-4),
    order: orders.items[0]?.id ?? '',
    assisted: await assistedOrder(sessions.handler.staff.accessToken),
    supervision: supervised.items[0]?.id ?? '',
    household: grid.households.find(({ marks }) => marks.length)?.id ?? '',
    task: grid.tasks[0]?.id ?? '',
  }
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

/** Of a department's own orders the one whose assisting department has not answered. */
async function assistedOrder(token: string): Promise<string> {
  for (const { id } of await all<{ id: string }>('/work-orders?state=working', token)) {
    const { role, others } = await request<{ role: string; others: { role: string }[] }>(
      `/work-orders/${id}`,
      { token },
    )
    if (role === 'lead' && others.some((other) => other.role === 'assist')) return id
  }
  throw new Error('the demonstration has no order that somebody assists with')
}

async function residentSession() {
  const { demoCode } = await request<{ demoCode: string }>('/phone-codes', {
    body: { phone: RESIDENT_PHONE },
  })
  return request<{ accessToken: string }>('/sessions/phone', {
    body: { phone: RESIDENT_PHONE, code: demoCode },
  })
}
