import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { HOUR } from '@minsheng/shared'
import { Present } from './present.js'

/** Removes a part of what nobody needs any more. @returns how much; 0 when nothing is left */
export type Sweep = (now: Date) => Promise<number>

/** The first round comes when the start is long over. */
const FIRST = HOUR / 60

/**
 * Throws away what has had its time, every hour, a part at a time. Each server does it by itself: what is removed
 * twice is removed. Capabilities register their sweeps as they are made.
 */
@Injectable()
export class Housekeeping implements BeforeApplicationShutdown {
  private readonly logger = new Logger('housekeeping')
  private readonly sweeps = new Map<string, Sweep>()
  private timer: NodeJS.Timeout | undefined
  private isStopping = false
  private round: Promise<void> = Promise.resolve()

  constructor(private readonly present: Present) {}

  register(name: string, sweep: Sweep): void {
    this.sweeps.set(name, sweep)
  }

  /** From now on until the application stops. */
  start(): void {
    this.plan(FIRST)
  }

  /** One round now: every sweep until it finds nothing more. One that fails does not stop the others. */
  async sweep(): Promise<void> {
    for (const [name, sweep] of this.sweeps) {
      try {
        while (!this.isStopping && (await sweep(this.present.now())) > 0);
      } catch (error) {
        this.logger.error({ message: error instanceof Error ? error.message : String(error), sweep: name })
      }
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    clearTimeout(this.timer)
    await this.round
  }

  private plan(wait: number): void {
    this.timer = setTimeout(() => {
      this.round = this.sweep()
      void this.round.then(() => this.isStopping || this.plan(HOUR))
    }, wait)
    this.timer.unref()
  }
}
