import { Injectable } from '@nestjs/common'
import { insertRows, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Editions, raiseEdition } from '../platform/editions.js'
import { Present } from '../platform/present.js'
import { conflict, notFound, type Problem } from '../platform/problem.js'
import type { SiteFigures } from './classifier/site-figures.js'
import { SHIPPED } from './classifier/shipped.js'
import { type ModelState, RoutingModel } from './routing-model.entity.js'

/** A version without its bytes. */
export type ModelEntry = Omit<RoutingModel, 'bytes'>

const columns: Record<keyof ModelEntry, true> = {
  version: true,
  state: true,
  figures: true,
  source: true,
  madeAt: true,
  madeById: true,
  decidedAt: true,
  decidedById: true,
}

/**
 * The versions of the model: a new one waits until a person makes it live, and the one before it comes back by one
 * decision. Whoever decides waits for others at the edition's row; running servers take what is live within five
 * seconds.
 */
@Injectable()
export class ModelKeeping {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly editions: Editions,
  ) {}

  /** The newest first. */
  async all(): Promise<ModelEntry[]> {
    return this.unitOfWork.reader.find(RoutingModel, { select: columns, order: { version: 'DESC' } })
  }

  /** Keeps a model that waits for a decision. @returns its version */
  async add(byId: string, made: { bytes: Buffer; figures: SiteFigures; source: string }): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const last = (await tx.maximum(RoutingModel, 'version')) ?? SHIPPED
      const version = last + 1
      await insertRows(tx, RoutingModel, [
        {
          version,
          state: 'candidate',
          bytes: made.bytes.toString('base64'),
          figures: made.figures,
          source: made.source,
          madeAt: this.present.now(),
          madeById: byId,
          decidedAt: null,
          decidedById: null,
        },
      ])
      return version
    })
  }

  /** @throws Problem 404 `routing_model_not_found`; 409 `routing_model_live` */
  async makeLive(byId: string, version: number): Promise<void> {
    await this.decided(async (tx) => {
      const chosen = await tx.findOne(RoutingModel, { select: columns, where: { version } })
      if (!chosen) throw notFound('routing_model_not_found', `没有第 ${version} 版，请看有哪些版本`)
      if (chosen.state === 'live') throw conflict('routing_model_live', `第 ${version} 版已经在用`)
      await tx.update(RoutingModel, { state: 'live' }, { state: 'former' })
      await this.decide(tx, byId, version, 'live')
    })
  }

  /**
   * Takes the live model back; the one that was live before it is live again.
   * @returns the version that is live now: 0 for the one that comes with the program
   * @throws Problem 409 `routing_model_shipped`
   */
  async rollBack(byId: string): Promise<number> {
    return this.decided(async (tx) => {
      const live = await tx.findOne(RoutingModel, { select: columns, where: { state: 'live' } })
      if (!live) throw nothingToTakeBack()
      const before = await tx.findOne(RoutingModel, {
        select: columns,
        where: { state: 'former' },
        order: { decidedAt: 'DESC', version: 'DESC' },
      })
      await this.decide(tx, byId, live.version, 'withdrawn')
      if (before) await tx.update(RoutingModel, { version: before.version }, { state: 'live' })
      return before?.version ?? SHIPPED
    })
  }

  private async decide(tx: Tx, decidedById: string, version: number, state: ModelState): Promise<void> {
    await tx.update(RoutingModel, { version }, { state, decidedAt: this.present.now(), decidedById })
  }

  private async decided<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const result = await this.unitOfWork.run(async (tx) => {
      await raiseEdition(tx, 'model')
      return work(tx)
    })
    this.editions.look()
    return result
  }
}

const nothingToTakeBack = (): Problem =>
  conflict('routing_model_shipped', '现在用的就是程序自带的模型，没有可以退回的版本')
