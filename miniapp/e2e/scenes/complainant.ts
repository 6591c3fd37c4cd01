import { randomUUID } from 'node:crypto'
import { request } from '../api'
import { aPhone } from '../people'
import { publicly } from '../server'
import { Clerk } from '../weapp-desk'

const clerks = { handler: '傅晓岚', reviewer: '侯正阳', duban: '纪长青' } as const
/** Two supervisors, by their accounts: the second one is on no list of the demonstration. */
const supervisors = ['duban', 'duban2'] as const
type Act = readonly [who: 'own' | (typeof supervisors)[number], name: string, body: object]

const answer = (who: 'duban' | 'duban2', measure: string): Act => [
  who,
  'answer',
  { finding: 'partlyTrue', measure },
]
const dismiss = (who: 'duban' | 'duban2'): Act => [who, 'void', { reason: '与前一件投诉说的是同一件事' }]
const refuse: Act = ['own', 'refuse', {}]
const responded: Act[] = [['duban', 'respond', { how: 'phone', note: '与本人通话，约好第二天上午到现场' }]]
const answered: Act[] = [
  ...responded,
  ['duban', 'investigate', { question: '请说明接件后几次到场、谁去的，并附现场照片' }],
  answer('duban', '办理的单位来过一次，但没有联系您本人。已要求今天上门当面说明，并由专人跟到修好为止。'),
]
const rechecked: Act[] = [
  refuse,
  answer('duban2', '重新到现场看过：灯杆已换，还有一盏要等配件，材料到货后两天内装好并请您看。'),
]

/** What a complaint goes through until it stands so. */
const complaints = {
  answered,
  rechecking: [...answered, refuse],
  escalated: [...answered, ...rechecked, refuse],
  resolved: [...answered, ['own', 'confirm', {}]],
  dismissed: [...responded, dismiss('duban'), dismiss('duban2')],
  withdrawn: [...responded, ['own', 'withdraw', {}]],
} as const satisfies Record<string, readonly Act[]>

/** About things of different kinds: three about the same are escalated by that alone. */
const texts: Record<keyof typeof complaints, string> = {
  answered: '小区南门的路灯坏了半个月，老人晚上出门看不清台阶',
  rechecking: '楼下饭店的油烟直往家里灌，夏天不敢开窗',
  escalated: '地下车库入口的垃圾三天没有人清运，味道很大',
  resolved: '人行道的井盖松动，车一过就响，怕有人踩空',
  dismissed: '公交车经常等四十分钟，早高峰上不去',
  withdrawn: '家里水压太低，三楼以上晚上洗不了澡',
}
const bad = '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着'
const rounds = [
  { by: 'reviewer', text: '已约谈施工单位，要求夜间十点后停止打桩，今晚起生效' },
  { by: 'reviewer', text: '再次约谈施工单位，安排专人每晚值守到十二点，请您监督' },
  { by: 'duban', text: '已吊销该工地的夜间施工许可，并在小区公告栏公示结果' },
] as const

/** Somebody whose matters did not go well, and the needs on which that is seen. */
export interface Complainant {
  session: object
  need: Record<keyof typeof complaints | 'unsolved', string>
}

/** Files and complains as somebody new each time: what is seen is there however often one looks. */
export async function aComplainant(): Promise<Complainant> {
  const phone = aPhone()
  const { demoCode } = await request<{ demoCode: string }>('/phone-codes', { body: { phone } })
  const session = await request<{ accessToken: string }>('/sessions/phone', {
    body: { phone, code: demoCode },
  })
  const [duban, duban2] = await Promise.all(supervisors.map(tokenOf))
  const tokens: Tokens = { own: session.accessToken, duban: duban ?? '', duban2: duban2 ?? '' }
  const need = { unsolved: await endUnsolved(tokens) } as Complainant['need']
  // One after the other: the list shows the newest first, always in this order.
  for (const name of Object.keys(complaints) as (keyof typeof complaints)[])
    need[name] = await complained(name, tokens)
  return { session, need }
}

type Tokens = Record<Act[0], string>

async function tokenOf(account: string): Promise<string> {
  const { demoAccounts } = await publicly<{ demoAccounts: { password: string }[] }>('/setup')
  const password = demoAccounts[0]?.password
  return (await request<{ accessToken: string }>('/sessions/staff', { body: { account, password } }))
    .accessToken
}

async function filed(token: string, text: string): Promise<{ id: string; receiptNo: string }> {
  const { items } = await publicly<{ items: { id: string }[] }>('/areas?level=community')
  const body = { text, areaId: items[0]?.id }
  return request('/needs', { token, idempotencyKey: randomUUID(), body })
}

async function complained(name: keyof typeof complaints, tokens: Tokens): Promise<string> {
  const need = await filed(tokens.own, texts[name])
  const { id } = await request<{ id: string }>(`/needs/${need.id}/complaint`, {
    token: tokens.own,
    idempotencyKey: randomUUID(),
    body: { words: '答应来看，等了两天没有人来' },
  })
  for (const [who, act, body] of complaints[name])
    await request(`/complaints/${id}/acts/${act}`, { token: tokens[who], idempotencyKey: randomUUID(), body })
  return need.id
}

/** Three times answered, twice found bad, then ended by two supervisors. */
async function endUnsolved(tokens: Tokens): Promise<string> {
  const need = await filed(tokens.own, bad)
  const onNeed = (path: string, by: string, body: object) =>
    request(`/needs/${need.id}/${path}`, { token: by, idempotencyKey: randomUUID(), body })
  const handler = await Clerk.of(clerks.handler)
  for (const [index, { by, text }] of rounds.entries()) {
    if (index > 0) await onNeed('rating', tokens.own, { level: 1, solved: false })
    const contact = { how: 'phone', note: '已电话联系，约好明天上午到现场' }
    const given = { text, result: 'explained', attachmentIds: [] }
    await handler.does(need.receiptNo, ['accept', {}], ['contact', contact], ['submitAnswer', given])
    await (await Clerk.of(clerks[by])).does(need.receiptNo, ['approve', {}])
  }
  for (const who of supervisors)
    await onNeed('acts/conclude', tokens[who], { reason: '许可已吊销，现场已停工，诉求人仍不认可' })
  return need.id
}
