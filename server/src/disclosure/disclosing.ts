import { daysTaken, mayDisclose, publicSpaceFields, redact } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Rating } from '../feedback/index.js'
import { Need, NeedEvent } from '../handling/index.js'
import { Subscribers } from '../messages/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Routing } from '../routing/index.js'
import { CountedNeeds, Counting } from '../scores/index.js'
import { Disclosure } from './disclosure.entity.js'

/** Follows ratings: what became solved is put on the public page, what is worked on again is taken off it. */
@Injectable()
export class Disclosing {
  constructor(
    private readonly routing: Routing,
    private readonly counting: Counting,
    countedNeeds: CountedNeeds,
    subscribers: Subscribers,
  ) {
    countedNeeds.disclosedBy((tx, needIds) => this.among(tx, needIds))
    subscribers.follow(['need.rated', 'need.rework'], (tx, rows) =>
      this.renew(tx, [...new Set(rows.map(({ needId }) => needId))]),
    )
  }

  /** Five statements for any number of needs, and those that count them anew. */
  private async renew(tx: Tx, needIds: readonly string[]): Promise<void> {
    const some = { needId: In([...needIds]) }
    const [needs, ratings, events] = [
      await tx.findBy(Need, { id: In([...needIds]) }),
      await tx.findBy(Rating, some),
      await tx.findBy(NeedEvent, { ...some, act: 'submitAnswer' }),
    ]
    const publicFields = await this.publicFields()
    const rows = needs.flatMap((need) => {
      const isOfRound = (row: { needId: string; round: number }) =>
        row.needId === need.id && row.round === need.round
      const ofRound = events.filter(isOfRound).sort((a, b) => a.sequence - b.sequence)
      return disclosed(need, ratings.find(isOfRound), ofRound.at(-1), publicFields)
    })
    await tx.delete(Disclosure, some)
    await insertRows(tx, Disclosure, rows)
    await this.counting.recount(tx, needIds)
  }

  /** Which of these needs the public sees: `uq_disclosure_need`. */
  private async among(tx: Tx, needIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.find(Disclosure, {
      where: { needId: In([...needIds]) },
      select: { id: true, needId: true },
    })
    return new Set(rows.map(({ needId }) => needId))
  }

  private async publicFields(): Promise<ReadonlySet<string>> {
    const fields = (await this.routing.tree()).filter(({ code }) => publicSpaceFields.includes(code))
    return new Set(fields.map(({ id }) => id))
  }
}

/** The row of a need, or none. */
function disclosed(
  need: Need,
  rating: Rating | undefined,
  answer: NeedEvent | undefined,
  publicFields: ReadonlySet<string>,
): Disclosure[] {
  const { categoryId, departmentId, fieldId, communityId, streetId, closedAt, answeredAt } = need
  if (!mayDisclose({ ...need, rating: rating ?? null })) return []
  if (!rating || !answer?.data.text || !categoryId || !departmentId || !closedAt || !answeredAt) return []
  const showsPhotos = fieldId !== null && publicFields.has(fieldId)
  return [
    {
      id: newId(closedAt),
      needId: need.id,
      ...{ communityId, streetId, categoryId, departmentId, closedAt },
      daysTaken: daysTaken(need.submittedAt, answeredAt),
      level: rating.level,
      text: redact(answer.data.text),
      photoIds: showsPhotos ? (answer.data.attachmentIds ?? []) : [],
    },
  ]
}
