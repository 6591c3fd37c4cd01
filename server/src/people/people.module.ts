import { Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { RateLimitModule } from '../platform/rate-limit.module.js'
import { AccessTokens } from './access-tokens.js'
import { Departments } from './departments.js'
import { PermissionGuard } from './permission.guard.js'
import { PersonalData } from './personal-data.js'
import { Residents } from './residents.js'
import { StaffDirectory } from './staff-directory.js'

const shown = [Departments, PersonalData, Residents, StaffDirectory]

/** Who may come in, and as whom. The permission guard stands before the limits, which count by person. */
@Module({
  imports: [RateLimitModule],
  providers: [...shown, AccessTokens, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: shown,
})
export class PeopleModule {}
