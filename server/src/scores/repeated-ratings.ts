import { In } from 'typeorm'
import { Rating } from '../feedback/index.js'
import { Need, NeedEvent } from '../handling/index.js'
import type { Tx } from '../platform/database/index.js'

/** The answer of a master that a complainant got with one of their needs, in a round of that need. */
interface Got {
  needId: string
  round: number
  masterId: string
  at: Date
}

/**
 * Ratings of an answer that the same complainant had judged with another merged need before: the master counts once
 * per complainant. WORKFLOW §4. Needs that were never merged cost nothing.
 * @param events the merges, answers and approvals of the needs
 */
export async function repeatedRatings(
  tx: Tx,
  needs: readonly Need[],
  events: readonly NeedEvent[],
): Promise<ReadonlySet<string>> {
  const touched = new Set(events.filter(({ act }) => act === 'merge').map(({ needId }) => needId))
  const complainants = new Set(needs.filter(({ id }) => touched.has(id)).map(({ residentId }) => residentId))
  if (complainants.size === 0) return new Set()
  const owners = await ownersOf(tx, complainants)
  const needId = In([...owners.keys()])
  const told = await tx.findBy(NeedEvent, { needId, act: In(['answer', 'approve']) })
  const ratings = await tx.find(Rating, { where: { needId }, order: { ratedAt: 'ASC', id: 'ASC' } })
  const judged = new Set<string>()
  const repeated = ratings.filter(({ needId: id, round }) => {
    const answer = answerKey(id, round, told, owners)
    const isRepeated = answer !== undefined && judged.has(answer)
    if (answer) judged.add(answer)
    return isRepeated
  })
  return new Set(repeated.map(({ id }) => id))
}

/** The needs of these residents, each with its resident: `ix_need_resident`. */
async function ownersOf(tx: Tx, residentIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.find(Need, {
    where: { residentId: In([...residentIds]) },
    select: { id: true, residentId: true },
  })
  return new Map(rows.map(({ id, residentId }) => [id, residentId]))
}

/** Whose answer of which master a rating is about; undefined for one that nobody else got. */
function answerKey(
  needId: string,
  round: number,
  told: readonly NeedEvent[],
  owners: ReadonlyMap<string, string>,
): string | undefined {
  const got = told.flatMap(({ act, needId: id, round: of, data, at }): Got[] =>
    act === 'answer' && data.masterId ? [{ needId: id, round: of, masterId: data.masterId, at }] : [],
  )
  const asFollower = got.find((each) => each.needId === needId && each.round === round)
  const asMaster = got.find((each) => each.masterId === needId && masterRound(each, told) === round)
  const masterId = asFollower?.masterId ?? (asMaster && needId)
  return masterId && `${owners.get(needId) ?? ''} ${masterId}`
}

/** In which round of the master its answer was given that a follower got. */
const masterRound = ({ masterId, at }: Got, told: readonly NeedEvent[]): number | undefined =>
  told
    .filter((event) => event.act === 'approve' && event.needId === masterId && event.at <= at)
    .reduce<number | undefined>((last, { round }) => Math.max(last ?? 0, round), undefined)
