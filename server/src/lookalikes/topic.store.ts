import { Injectable } from '@nestjs/common'
import { In, LessThanOrEqual } from 'typeorm'
import { Need } from '../handling/index.js'
import { insertRows, pageAfter, type Tx, UnitOfWork } from '../platform/database/index.js'
import type { Scope } from '../scores/index.js'
import { TopicNeed } from './topic-need.entity.js'
import { TopicTurn } from './topic-turn.entity.js'
import { Topic } from './topic.entity.js'

const READ_AT_ONCE = 1000
/** More of a topic are not looked at in one act. */
const MEMBERS_AT_MOST = 2000
/** Of more topics the growth is not compared. */
const HOTTEST = 500

/** What is read of a need in order to group it. */
export interface ReadNeed {
  id: string
  title: string
  text: string
  residentId: string
  communityId: string
  categoryId: string | null
  submittedAt: Date
}

@Injectable()
export class TopicStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes the turn until `nextAt`: a conditional update that counts what it changed. @returns whether it was free */
  async takeTurn(now: Date, nextAt: Date): Promise<boolean> {
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(TopicTurn, { name: 'topics', nextAt: LessThanOrEqual(now) }, { nextAt }),
    )
    return affected === 1
  }

  /** What was filed in a time and still stands, the oldest first: ranges of `ix_need_submitted`, a thousand each. */
  async *filed(from: Date, until: Date): AsyncGenerator<ReadNeed[]> {
    for (let after = { at: from, id: '' }; ;) {
      const rows = await this.filedAfter(after, until)
      yield rows.filter(({ state }) => state !== 'rejected' && state !== 'withdrawn')
      const last = rows.at(-1)
      if (!last || rows.length < READ_AT_ONCE) return
      after = { at: last.submittedAt, id: last.id }
    }
  }

  private filedAfter({ at, id }: { at: Date; id: string }, until: Date): Promise<Need[]> {
    const columns = ['id', 'title', 'text', 'state', 'residentId', 'communityId', 'categoryId', 'submittedAt']
    return this.unitOfWork.reader
      .createQueryBuilder(Need, 'n')
      .select(columns.map((column) => `n.${column}`))
      .where('n.submittedAt >= :at AND n.submittedAt < :until', { at, until })
      .andWhere('(n.submittedAt > :at OR n.id > :id)', { at, id })
      .orderBy('n.submittedAt', 'ASC')
      .addOrderBy('n.id', 'ASC')
      .limit(READ_AT_ONCE)
      .getMany()
  }

  /** Puts these in place of all there were. */
  async replace(topics: readonly Topic[], members: readonly TopicNeed[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.createQueryBuilder().delete().from(Topic).execute()
      await tx.createQueryBuilder().delete().from(TopicNeed).execute()
      await insertRows(tx, Topic, topics)
      await insertRows(tx, TopicNeed, members)
    })
  }

  /** The hottest first, as their ids are: one range of `ix_topic_made`. */
  page(cursor: string | undefined): Promise<Topic[]> {
    const query = this.unitOfWork.reader.createQueryBuilder(Topic, 't')
    return pageAfter(query, { at: 't.madeAt', id: 't.id', direction: 'ASC' }, cursor).getMany()
  }

  /**
   * The hottest of those that somebody sees, as their ids are: the first ones of a table that holds one week. A town or
   * a department sees those of which it has a need: `ix_topic_need_topic`, then by key.
   */
  hottest({ kind, id }: Pick<Scope, 'kind' | 'id'>): Promise<Topic[]> {
    const query = this.unitOfWork.reader.createQueryBuilder(Topic, 't').orderBy('t.id', 'ASC').limit(HOTTEST)
    const member = (column: string) => `EXISTS (SELECT 1 FROM topic_need m JOIN need n ON n.id = m.need_id
      WHERE m.topic_id = t.id AND n.${column} = :scope)`
    if (kind === 'department') query.where(member('department_id'), { scope: id })
    if (kind === 'area') query.where(member('street_id'), { scope: id })
    return query.getMany()
  }

  byId(id: string): Promise<Topic | null> {
    return this.unitOfWork.reader.findOneBy(Topic, { id })
  }

  /** A page of a topic's needs, the newest first: one range of `ix_topic_need_topic`, then by key. */
  async members(topicId: string, cursor: string | undefined): Promise<{ rows: TopicNeed[]; needs: Need[] }> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(TopicNeed, 'm')
      .where('m.topicId = :topicId', { topicId })
    const rows = await pageAfter(query, { at: 'm.at', id: 'm.needId', direction: 'DESC' }, cursor).getMany()
    const needs = await this.unitOfWork.reader.findBy(Need, { id: In(rows.map(({ needId }) => needId)) })
    return { rows, needs }
  }

  /** `ix_topic_need_topic` */
  async memberIds(tx: Tx, topicId: string): Promise<string[]> {
    const rows = await tx.find(TopicNeed, {
      where: { topicId },
      order: { at: 'ASC', needId: 'ASC' },
      take: MEMBERS_AT_MOST,
    })
    return rows.map(({ needId }) => needId)
  }
}
