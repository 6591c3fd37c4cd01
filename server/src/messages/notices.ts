import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { Joining } from '../people/index.js'
import { insertRows, newId, pageAfter, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { notFound } from '../platform/problem.js'
import { messageLane, MessageDelivery } from './message-delivery.js'
import { Notice } from './notice.entity.js'
import type { NoticePage } from './notices.dto.js'
import { inOrder, Outbox, toDeliver } from './outbox.entity.js'
import type { Telling } from './telling.js'

const UNREAD_SHOWN = 99

/** Tells people inside of the app, which always works, and from there outside of it. */
@Injectable()
export class Notices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly delivery: MessageDelivery,
    joining: Joining,
  ) {
    joining.onJoin(
      async (tx, from, to) => void (await tx.update(Notice, { personId: from }, { personId: to })),
    )
  }

  /** In the transaction of whatever gave cause for it. @param tellings in the order of time */
  async tell(tx: Tx, tellings: readonly Telling[]): Promise<void> {
    const notices = tellings.map(({ personId, needId, workOrderId, supervisionOrderId, words, at }) => ({
      id: newId(at),
      personId,
      needId,
      workOrderId: workOrderId ?? null,
      supervisionOrderId: supervisionOrderId ?? null,
      words,
      at,
      readAt: null,
    }))
    await insertRows(tx, Notice, inOrder(notices))
    const now = this.present.now()
    const rows = (await this.delivery.reachable(tx, tellings)).flatMap(
      ({ personId, needId, words, message }) => {
        if (!message || !needId) return []
        const payload = { personId, words, ...message.values }
        return toDeliver({ needId, lane: messageLane, topic: message.kind, payload }, now)
      },
    )
    await insertRows(tx, Outbox, inOrder(rows))
  }

  /** Somebody's own notices, the newest first: one range of `ix_notice_person`. */
  async page(personId: string, cursor: string | undefined): Promise<NoticePage> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(Notice, 'notice')
      .where('notice.personId = :personId', { personId })
    const by = { at: 'notice.at', id: 'notice.id', direction: 'DESC' } as const
    const rows = await pageAfter(query, by, cursor).getMany()
    const page = pageOf(
      rows,
      ({ at, id }) => ({ at, id }),
      ({ id, needId, workOrderId, supervisionOrderId, words, at, readAt }) => ({
        id,
        needId,
        workOrderId,
        supervisionOrderId,
        words,
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      }),
    )
    return { ...page, unread: await this.unread(personId) }
  }

  /** Once read, always read. @throws Problem 404 for a notice of somebody else, as for one that is not there */
  async read(personId: string, id: string): Promise<void> {
    const own = { id, personId }
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(Notice, { ...own, readAt: IsNull() }, { readAt: this.present.now() }),
    )
    if (affected !== 1 && !(await this.unitOfWork.reader.existsBy(Notice, own)))
      throw notFound('notice_not_found', '没有找到这条消息')
  }

  /** One range of `ix_notice_unread`. */
  async readAll(personId: string): Promise<void> {
    const readAt = this.present.now()
    await this.unitOfWork.run((tx) => tx.update(Notice, { personId, readAt: IsNull() }, { readAt }))
  }

  /** One range of `ix_notice_unread`, cut off. */
  private async unread(personId: string): Promise<number> {
    const rows = await this.unitOfWork.reader.find(Notice, {
      where: { personId, readAt: IsNull() },
      select: { id: true },
      take: UNREAD_SHOWN,
    })
    return rows.length
  }
}
