import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { RateLimitGuard, RateLimits } from './rate-limit.js'

/** Limits for every route. Global guards run in the order of their modules: import it after who signs in. */
@Global()
@Module({
  providers: [RateLimits, { provide: APP_GUARD, useClass: RateLimitGuard }],
  exports: [RateLimits],
})
export class RateLimitModule {}
