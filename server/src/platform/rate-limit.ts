import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from './config.js'
import { CONFIG } from './platform.module.js'
import { tooMany } from './problem.js'

/** So many points in so many seconds. The name keeps the counts of one limit apart from those of another. */
export interface Limit {
  name: string
  points: number
  seconds: number
}
interface RouteLimit extends Limit {
  /** Whose requests are counted together. A person who is not signed in is counted by address. */
  by: 'person' | 'address'
}

const ROUTE_LIMIT = 'route limit'

/** Limits how often one person, or one address, may call this route. */
export const Limited = (limit: RouteLimit) => SetMetadata(ROUTE_LIMIT, limit)

/** Beyond so many keys the oldest is forgotten, so that a flood of addresses cannot fill the memory. */
const KEYS_PER_LIMIT = 50_000

/** One limit's counts, in the memory of this process. */
class Counts {
  private readonly limiter: RateLimiterMemory
  private readonly keys = new Set<string>()

  constructor(limit: Limit) {
    this.limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })
  }

  async consume(key: string): Promise<void> {
    await this.remember(key)
    try {
      await this.limiter.consume(key)
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw tooMany(Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }

  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(key)
  }

  private async remember(key: string): Promise<void> {
    this.keys.add(key)
    if (this.keys.size <= KEYS_PER_LIMIT) return
    for (const oldest of this.keys) {
      this.keys.delete(oldest)
      await this.limiter.delete(oldest)
      return
    }
  }
}

/** Counts against limits, by any key. Does nothing when the configuration turns limits off. */
@Injectable()
export class RateLimits {
  private readonly counts = new Map<string, Counts>()

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'hasRateLimits'>) {}

  /** Takes one point. @throws Problem 429 with the seconds after which there is one again */
  async consume(limit: Limit, key: string): Promise<void> {
    if (this.config.hasRateLimits) await this.countsOf(limit).consume(key)
  }

  /** Returns a point that need not have been taken: what was limited are failures, and this was none. */
  async giveBack(limit: Limit, key: string): Promise<void> {
    if (this.config.hasRateLimits) await this.countsOf(limit).giveBack(key)
  }

  private countsOf(limit: Limit): Counts {
    const known = this.counts.get(limit.name)
    if (known) return known
    const made = new Counts(limit)
    this.counts.set(limit.name, made)
    return made
  }
}

/** The platform knows no persons, only that who signed in has an id. */
const personIdOf = (request: FastifyRequest & { person?: { id: string } }): string | undefined =>
  request.person?.id

/** Refuses a call beyond the route's limit. Runs after the guard that knows the person. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const limit = this.reflector.get<RouteLimit | undefined>(ROUTE_LIMIT, context.getHandler())
    if (!limit) return true
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const key = (limit.by === 'person' && personIdOf(request)) || request.ip
    return this.limits.consume(limit, key).then(() => true)
  }
}
