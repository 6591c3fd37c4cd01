import { Injectable } from '@nestjs/common'
import { pageAfter, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { notFound } from '../platform/problem.js'
import type { GivenUpPage } from './outbox.dto.js'
import { Outbox } from './outbox.entity.js'
import { Relay } from './relay.js'

/** What could not be delivered, for a person to look at and send again. */
@Injectable()
export class GivenUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly relay: Relay,
  ) {}

  /** The oldest first: the range of `ix_outbox_due` with state `givenUp`, which is short or an alarm. */
  async page(cursor: string | undefined): Promise<GivenUpPage> {
    const query = this.unitOfWork.reader.createQueryBuilder(Outbox, 'row').where("row.state = 'givenUp'")
    const rows = await pageAfter(
      query,
      { at: 'row.createdAt', id: 'row.id', direction: 'ASC' },
      cursor,
    ).getMany()
    return pageOf(
      rows,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      ({ id, needId, lane, topic, attempts, lastError, createdAt }) => ({
        id,
        needId,
        lane,
        topic,
        attempts,
        lastError,
        createdAt: createdAt.toISOString(),
      }),
    )
  }

  /** Starts over, with all its tries. @throws Problem 404 when it is not (any more) given up */
  async again(id: string): Promise<void> {
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        Outbox,
        { id, state: 'givenUp' },
        { state: 'pending', attempts: 0, availableAt: this.present.now() },
      ),
    )
    if (affected !== 1) throw notFound('outbox_row_not_found', '没有找到这条待重发的消息，可能已有人处理')
    this.relay.wake()
  }
}
