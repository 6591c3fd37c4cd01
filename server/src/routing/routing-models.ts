import { Injectable, Logger } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { Editions, Kept } from '../platform/editions.js'
import { Warnings } from '../platform/warnings.js'
import { decoded } from './classifier/model-file.js'
import type { Model } from './classifier/model.js'
import { SHIPPED, shippedModel } from './classifier/shipped.js'
import { RoutingModel } from './routing-model.entity.js'

export interface LiveModel {
  /** 0 for the model that comes with the program. */
  version: number
  model: Model
}

/** The model that routes now, in memory; read anew when its edition has changed. */
@Injectable()
export class RoutingModels {
  private readonly logger = new Logger('routing')
  private readonly kept: Kept<LiveModel>
  /** The version that should be live and cannot be read. */
  private unreadable: number | undefined

  constructor(
    private readonly unitOfWork: UnitOfWork,
    editions: Editions,
    warnings: Warnings,
  ) {
    this.kept = new Kept(editions, 'model', () => this.read())
    warnings.watch(() =>
      this.unreadable === undefined ? [] : [`routing_model_unreadable:${this.unreadable}`],
    )
  }

  live(): Promise<LiveModel> {
    return this.kept.value()
  }

  /** By `ix_routing_model_state`. A model of another version of the program is loud, and needs go on being routed. */
  private async read(): Promise<LiveModel> {
    this.unreadable = undefined
    const row = await this.unitOfWork.reader.findOneBy(RoutingModel, { state: 'live' })
    if (row)
      try {
        return { version: row.version, model: decoded(Buffer.from(row.bytes, 'base64')) }
      } catch (error) {
        this.unreadable = row.version
        this.logger.error(
          `routing_model_unreadable:${row.version}: ${String(error)}; the shipped model routes`,
        )
      }
    return { version: SHIPPED, model: await shippedModel() }
  }
}
