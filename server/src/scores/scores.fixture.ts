import type { RatingLevel } from '@minsheng/shared'
import { mondayMorning, type TestApp } from '../../test/app.fixture.js'
import { Complaint, Rating } from '../feedback/index.js'
import { get, idOf, must } from '../handling/a-need.fixture.js'
import { chainStart, Need, WorkOrder } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { Area } from '../places/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { Counting } from './counting.js'
import { ScoreCorrection } from './score-correction.entity.js'
import { ScoreMonth, ScoreSnapshot } from './score-sum.entity.js'
import type { ScoresView } from './scores.dto.js'

/** A need as it is written when nothing but what a test says of it matters. */
export function plainNeed(need: Pick<Need, 'departmentId' | 'fieldId' | 'streetId' | 'submittedAt'>): Need {
  const id = newId(need.submittedAt)
  return {
    id,
    ...need,
    receiptNo: id.slice(-24),
    residentId: newId(need.submittedAt),
    filedById: null,
    state: 'closed',
    round: 1,
    title: '小区门口的路灯不亮',
    text: '小区门口的路灯不亮',
    urgency: 'ordinary',
    categoryId: null,
    guesses: [],
    communityId: need.streetId,
    ...{ gridId: null, longitude: null, latitude: null, wgsLongitude: null, wgsLatitude: null },
    ...{
      addressCipher: null,
      contactPhoneCipher: null,
      isAnonymous: false,
      isGreenChannel: false,
      ruleWorkdays: null,
      danger: [],
      attachmentsCount: 0,
    },
    ...{ dueAt: null, isDueProvisional: false, capturedAt: null, answeredAt: need.submittedAt },
    closedAt: need.submittedAt,
    ...{ result: 'explained', isSolved: null, reopenings: 0, remindersCount: 0, remindedAt: null },
    ...{ version: 1, eventCount: 0, lastEventHash: chainStart },
  }
}

export interface Rated {
  department: string
  rated: number
  contacted?: number
  solved?: number
  satisfied?: number
  fairly?: number
  at?: Date
}

/**
 * So many rated needs of a department: the first ones contacted, solved, satisfied; then the fairly satisfied.
 * @returns the ids of the needs
 */
export async function rate(
  server: TestApp,
  { department, rated, contacted = rated, solved = 0, satisfied = 0, fairly = 0, at = mondayMorning }: Rated,
): Promise<string[]> {
  const departmentId = await idOf(server, 'department', department)
  const fieldId = await idOf(server, 'category', 'environment')
  const { id: streetId } = await server.unitOfWork.reader.findOneByOrFail(Area, { level: 'street' })
  const level = (index: number): RatingLevel => {
    if (index < satisfied) return index % 2 ? 4 : 5
    return index < satisfied + fairly ? 3 : 2
  }
  const needs = Array.from({ length: rated }, () =>
    plainNeed({ departmentId, fieldId, streetId, submittedAt: at }),
  )
  const ratings = needs.map(({ id: needId }, index): Rating => ({
    ...{ id: newId(at), needId, round: 1, departmentId, fieldId, streetId, level: level(index) },
    ...{ saidSolved: index < solved, isSolved: index < solved, isContacted: index < contacted },
    ...{ source: 'tap', aspects: null, tags: [], words: null, ratedAt: at },
  }))
  const ids = needs.map(({ id }) => id)
  await server.unitOfWork.run(async (tx) => {
    await insertRows(tx, Need, needs)
    await insertRows(tx, Rating, ratings)
    await server.app.get(Counting).recount(tx, ids)
  })
  return ids
}

/** What the dashboard shows after the acts have been followed, and the limits that have passed meanwhile. */
export async function scoresOf(
  server: TestApp,
  query: string,
  by = 'department',
  who = 'lingdao',
): Promise<ScoresView> {
  await server.app.get(Relay).drain()
  await server.app.get(Counting).settle()
  return must(await get<ScoresView>(server, who, `/scores?${query}&by=${by}`))
}

/** As if nobody had ever filed anything. */
export async function startOver(server: TestApp): Promise<void> {
  await server.app.get(Relay).drain()
  await server.unitOfWork.run(async (tx) => {
    for (const entity of [Rating, Complaint, Need, WorkOrder, ScoreSnapshot, ScoreMonth, ScoreCorrection])
      await tx.createQueryBuilder().delete().from(entity).execute()
  })
  await server.app.get(Counting).rebuild()
}
