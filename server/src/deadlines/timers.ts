import { type ClockKind, clockStages, type ClockStage } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { Tx } from '../platform/database/index.js'
import type { Clock } from './clock.entity.js'

/**
 * Does what a stage of a clock brings. Runs in the transaction that moves the clocks on, so it happens once; when
 * it fails, it is tried again. The clocks are as they were when the stage was reached.
 */
export type StageHandler = (tx: Tx, clocks: readonly Clock[]) => Promise<void>

/** What is done at which stage. Capabilities register themselves as they are made. */
@Injectable()
export class Timers {
  private readonly handlers = new Map<string, StageHandler>()

  /** Without a handler a stage is posted to the outbox, as `clock.<stage>`. @throws Error for a stage that no clock of this kind has */
  on(kind: ClockKind, stage: ClockStage, handler: StageHandler): void {
    if (!clockStages[kind].some(({ name }) => name === stage))
      throw new Error(`a clock of kind ${kind} has no stage ${stage}`)
    this.handlers.set(keyOf(kind, stage), handler)
  }

  handlerOf(kind: ClockKind, stage: ClockStage): StageHandler | undefined {
    return this.handlers.get(keyOf(kind, stage))
  }
}

const keyOf = (kind: ClockKind, stage: ClockStage): string => `${kind} ${stage}`
