import type { ComplaintAct } from '@minsheng/shared'
import type { Answered, TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, must, phone, post } from '../handling/a-need.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { Relay } from '../messages/index.js'
import type { EvidencePage, EvidenceView } from './complaint-evidence.dto.js'
import type { ComplaintCase, ComplaintPage, ComplaintView } from './complaint.dto.js'
import { Complaint } from './complaint.entity.js'

type Refusal = { code: string; state: string; allowed: ComplaintAct[] }
export const measure = '经核实，施工单位确在夜间打桩，已责令停工整改并约谈负责人'

/** A filed complaint and what one does with it by HTTP; a body is made up where a test does not care. */
export class FiledComplaint {
  constructor(
    readonly server: TestApp,
    readonly id: string,
    readonly by = phone,
  ) {}

  act<Body = ComplaintView & ComplaintCase>(
    name: string,
    body: object = bodies[name] ?? {},
    who = this.by,
  ): Promise<Answered<Body & Refusal>> {
    return post(this.server, who, `/complaints/${this.id}/acts/${name}`, body)
  }

  row(): Promise<Complaint> {
    return this.server.unitOfWork.reader.findOneByOrFail(Complaint, { id: this.id })
  }

  async view(): Promise<ComplaintView> {
    const { items } = must(await get<{ items: ComplaintView[] }>(this.server, this.by, '/complaints/mine'))
    const found = items.find(({ id }) => id === this.id)
    if (!found) throw new Error('it is not among his own')
    return found
  }
}

const bodies: Record<string, object> = {
  addWords: { words: '今天也没有人来' },
  refuse: { words: '和现场不一样' },
  respond: { how: 'phone', note: '已通话，问清了情况' },
  investigate: { question: '请说明到场和处理的经过' },
  extend: { workdays: 3, reason: '需要委托检测' },
  answer: { finding: 'true', measure },
  void: { reason: '与前一件重复' },
}

/** The acts of the table that lead to a state, in order; each with who does it. */
export const ways = {
  filed: [],
  responded: ['respond duban'],
  investigating: ['respond duban', 'investigate duban'],
  answered: ['respond duban', 'investigate duban', 'answer duban'],
  resolved: ['respond duban', 'investigate duban', 'answer duban', 'confirm'],
  rechecking: ['respond duban', 'investigate duban', 'answer duban', 'refuse'],
  escalated: [
    ...['respond duban', 'investigate duban', 'answer duban', 'refuse'],
    ...['answer duban2', 'refuse'],
  ],
  unresolved: [
    ...['respond duban', 'investigate duban', 'answer duban', 'refuse'],
    ...['answer duban2', 'refuse', 'answer duban3', 'refuse'],
  ],
  void: ['withdraw'],
} as const

/** A complaint about the answer to a need, brought into a state. */
export async function aComplaint(
  server: TestApp,
  state: keyof typeof ways = 'filed',
  { need, body = {} }: { need?: FiledNeed; body?: object } = {},
): Promise<FiledComplaint> {
  const about = need ?? (await aNeed(server).worked().there())
  const filed = must(await post<ComplaintView>(server, about.by, `/needs/${about.id}/complaint`, body))
  const complaint = new FiledComplaint(server, filed.id, about.by)
  for (const way of ways[state]) {
    const [act = '', who] = way.split(' ')
    must(await complaint.act(act, bodies[act], who))
  }
  return complaint
}

export const queueOf = async (server: TestApp, state: string, who = 'duban'): Promise<ComplaintCase[]> =>
  must(await get<ComplaintPage>(server, who, `/complaints?state=${state}`)).items

export const askedOf = async (server: TestApp, who: string, state = 'asked'): Promise<EvidenceView[]> =>
  must(await get<EvidencePage>(server, who, `/complaint-evidence?state=${state}`)).items

/** So much time passes, and what it brings is carried out. */
export async function passes(server: TestApp, milliseconds: number): Promise<void> {
  await server.app.get(Relay).drain()
  server.present.advance(milliseconds)
  await server.app.get(TimerEngine).sweep()
  await server.app.get(Relay).drain()
}
