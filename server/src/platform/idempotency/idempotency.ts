import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DAY } from '@minsheng/shared'
import { In, LessThan } from 'typeorm'
import { insertRows, type Tx, UnitOfWork } from '../database/index.js'
import { Housekeeping } from '../housekeeping.js'
import { Present } from '../present.js'
import { badRequest, conflict } from '../problem.js'
import { IdempotencyKey } from './idempotency-key.entity.js'

/** A phone that was without signal for longer asks anew. */
const KEPT = 30 * DAY
const PART = 500

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export interface RepeatableWrite {
  personId: string
  /** The `Idempotency-Key` header, a UUID; without it the write is simply done. */
  key: string | undefined
  /** What was asked: route and body. The same key with another request is a mistake. */
  request: unknown
}

/** Lets a phone that lost its signal repeat a write: the second time it gets the first answer again. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    housekeeping: Housekeeping,
  ) {
    housekeeping.register('idempotency keys', (now) => this.forget(now))
  }

  /**
   * Does `work` once per person and key, in one transaction with the remembered answer (which must be plain JSON).
   * @throws Problem 400 `idempotency_key_invalid`, 409 `idempotency_key_reused`
   */
  async once<Answer>(write: RepeatableWrite, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    const { personId } = write
    // One spelling: SQLite tells capitals apart, MySQL and MariaDB do not.
    const key = write.key?.toLowerCase()
    if (key === undefined) return this.unitOfWork.run(work)
    if (!uuid.test(key)) throw badRequest('idempotency_key_invalid', '请求编号不对，请更新小程序后再试')
    const bodyHash = hashOf(write.request)
    try {
      return await this.unitOfWork.run(async (tx) => {
        const answer = await work(tx)
        const text = JSON.stringify(answer)
        const createdAt = this.present.now()
        await insertRows(tx, IdempotencyKey, [{ personId, key, bodyHash, answer: { text }, createdAt }])
        return answer
      })
    } catch (error) {
      // A repetition fails wherever the first one got in its way: at the key itself, or earlier at the state.
      const first = await this.unitOfWork.reader.findOneBy(IdempotencyKey, { personId, key })
      if (!first) throw error
      if (first.bodyHash === bodyHash) return JSON.parse(first.answer.text) as Answer
      throw conflict('idempotency_key_reused', '这个请求编号已用于另一份内容，请重新提交')
    }
  }

  /**
   * What was answered before to some of these, by key in lower case, in one query: for many that may all be
   * repetitions. What is missing is new, or the key was used for another request.
   */
  async answered<Answer>(
    personId: string,
    writes: readonly { key: string; request: unknown }[],
  ): Promise<ReadonlyMap<string, Answer>> {
    const requests = new Map(writes.map(({ key, request }) => [key.toLowerCase(), request]))
    if (requests.size === 0) return new Map()
    const key = In([...requests.keys()])
    const rows = await this.unitOfWork.reader.findBy(IdempotencyKey, { personId, key })
    const same = rows.filter((row) => row.bodyHash === hashOf(requests.get(row.key)))
    return new Map(same.map((row) => [row.key, JSON.parse(row.answer.text) as Answer]))
  }

  /** Forgets answers that no phone asks for again. One range of `ix_idempotency_key_created`. */
  private async forget(now: Date): Promise<number> {
    const before = new Date(now.getTime() - KEPT)
    const old = await this.unitOfWork.reader.find(IdempotencyKey, {
      where: { createdAt: LessThan(before) },
      select: { personId: true, key: true },
      take: PART,
    })
    if (old.length === 0) return 0
    const [personId, key] = [In(old.map((each) => each.personId)), In(old.map((each) => each.key))]
    await this.unitOfWork.run((tx) =>
      tx.delete(IdempotencyKey, { personId, key, createdAt: LessThan(before) }),
    )
    return old.length
  }
}

const hashOf = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex')
