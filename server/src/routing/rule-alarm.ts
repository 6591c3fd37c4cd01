import { Injectable, Logger } from '@nestjs/common'
import { Gauge } from 'prom-client'
import { Metrics } from '../platform/metrics.js'
import { Warnings } from '../platform/warnings.js'

/** Why rules cannot say whose a matter is, though they are about it. */
export const ruleFaults = ['conflict', 'department_gone'] as const
export type RuleFault = (typeof ruleFaults)[number]

/**
 * Rules that send needs to a dispatcher because they are wrong are loud, once each: in the log, and in the metrics
 * and /readyz for as long as the rules stay as they are.
 */
@Injectable()
export class RuleAlarm {
  private readonly logger = new Logger('routing')
  private readonly standing = new Set<string>()

  constructor(warnings: Warnings, metrics: Metrics) {
    const { standing } = this
    warnings.watch(() => [...standing])
    new Gauge({
      name: 'routing_rules_broken',
      help: 'Routing rules that are in conflict or name a department that is gone',
      registers: [metrics.registry],
      collect() {
        this.set(standing.size)
      },
    })
  }

  /** @param rules the versions that are at fault */
  raise(fault: RuleFault, rules: readonly { id: string }[]): void {
    const what = `routing_rule_${fault}:${rules.map(({ id }) => id).join(',')}`
    if (this.standing.has(what)) return
    this.standing.add(what)
    this.logger.error(`${what}: what these rules are about goes to a dispatcher until they are corrected`)
  }

  /** The rules have changed. */
  clear(): void {
    this.standing.clear()
  }
}
