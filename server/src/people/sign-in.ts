import { Injectable } from '@nestjs/common'
import { unauthorized } from '../platform/problem.js'
import { type Limit, RateLimits } from '../platform/rate-limit.js'
import { WeChat } from '../wechat/index.js'
import { isPassword } from './passwords.js'
import type { PhoneSignIn, SessionView, StaffSignIn } from './people.dto.js'
import { residentPerson, staffPerson } from './persons.js'
import { PhoneCodes } from './phone-codes.js'
import { Residents } from './residents.js'
import { Sessions } from './sessions.js'
import { StaffDirectory } from './staff-directory.js'

const failures: Limit = { name: 'failed staff sign-in', points: 10, seconds: 15 * 60 }

/** The three ways in. */
@Injectable()
export class SignIn {
  constructor(
    private readonly weChat: WeChat,
    private readonly phoneCodes: PhoneCodes,
    private readonly residents: Residents,
    private readonly staff: StaffDirectory,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
  ) {}

  /** @throws Problem as `WeChat.openIdOf` */
  async byWeChat(code: string): Promise<SessionView> {
    const resident = await this.residents.ofWeChat(await this.weChat.openIdOf(code))
    return this.sessions.begin(residentPerson(resident))
  }

  /** @throws Problem as `PhoneCodes.redeem` */
  async byPhone({ phone, code }: PhoneSignIn): Promise<SessionView> {
    await this.phoneCodes.redeem(phone, code)
    return this.sessions.begin(residentPerson(await this.residents.ofPhone(phone)))
  }

  /**
   * The same words and the same time whether the account does not exist, is out of service, or the password
   * is wrong. Every try takes a point and success gives it back, so that many at once cannot slip through.
   * @throws Problem 401 `account_or_password_wrong`, 429
   */
  async byPassword({ account, password }: StaffSignIn, address: string): Promise<SessionView> {
    const tried = `${account} ${address}`
    await this.limits.consume(failures, tried)
    const staff = await this.staff.byAccount(account)
    const isRight = await isPassword(staff?.passwordHash, password)
    if (!staff?.isActive || !isRight)
      throw unauthorized('account_or_password_wrong', '账号或密码不对，请重新输入')
    await this.limits.giveBack(failures, tried)
    return this.sessions.begin(staffPerson(staff))
  }
}
