import { Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { RateLimitModule } from '../platform/rate-limit.module.js'
import { SmsModule } from '../sms/index.js'
import { WeChatModule } from '../wechat/index.js'
import { AccessTokens } from './access-tokens.js'
import { Departments } from './departments.js'
import { Joining } from './joining.js'
import { OwnPhone } from './own-phone.js'
import { PeopleController } from './people.controller.js'
import { PermissionGuard } from './permission.guard.js'
import { PersonalDataReads } from './personal-data-reads.js'
import { PersonalData } from './personal-data.js'
import { Persons } from './persons.js'
import { PhoneCodes } from './phone-codes.js'
import { RealName } from './real-name.js'
import { DemonstrationRealName, RealNameProvider } from './real-name-provider.js'
import { Residents } from './residents.js'
import { SessionsController } from './sessions.controller.js'
import { Sessions } from './sessions.js'
import { SignIn } from './sign-in.js'
import { StaffDirectory } from './staff-directory.js'

/** A city provides its own here; until then there is one for demonstrations alone. */
const realNameProvider = {
  provide: RealNameProvider,
  inject: [CONFIG],
  useFactory: ({ isDemonstration }: Pick<Config, 'isDemonstration'>) =>
    isDemonstration ? new DemonstrationRealName() : undefined,
}

const shown = [Departments, Joining, PersonalData, PersonalDataReads, RealName, Residents, StaffDirectory]

/** Who may come in, and as whom. The permission guard stands before the limits, which count by person. */
@Module({
  imports: [RateLimitModule, SmsModule, WeChatModule],
  controllers: [SessionsController, PeopleController],
  providers: [
    ...shown,
    AccessTokens,
    OwnPhone,
    Persons,
    PhoneCodes,
    realNameProvider,
    Sessions,
    SignIn,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: shown,
})
export class PeopleModule {}
