import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'
import { HttpStatus, Inject, Injectable, Logger, Optional } from '@nestjs/common'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { MoreThan } from 'typeorm'
import type { Config } from '../platform/config.js'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { Problem, unauthorized, unprocessable } from '../platform/problem.js'
import { type Limit, RateLimits } from '../platform/rate-limit.js'
import { SmsRefusal, SmsSender, SmsUnreachable } from '../sms/index.js'
import type { PhoneCodeView } from './people.dto.js'
import { PersonalData } from './personal-data.js'
import { PhoneCode } from './phone-code.entity.js'

const LIFE = 5 * MINUTE
const TRIES = 5
const perMinute: Limit = { name: 'phone code each minute', points: 1, seconds: MINUTE / 1000 }
const perDay: Limit = { name: 'phone code each day', points: 10, seconds: DAY / 1000 }
const perAddress: Limit = { name: 'phone code by address', points: 30, seconds: HOUR / 1000 }

/** Codes that prove whose phone it is. */
@Injectable()
export class PhoneCodes {
  private readonly logger = new Logger('phone codes')
  private readonly key: Buffer

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'isDemonstration' | 'sessionSecret'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly personalData: PersonalData,
    private readonly limits: RateLimits,
    @Optional() private readonly sender?: SmsSender,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', config.sessionSecret, '', 'phone code', 32))
  }

  /**
   * Makes a code and sends it; a demonstration shows it as well. An earlier code is no longer good.
   * @throws Problem 429, 422 `phone_refused`, 503 `sms_busy`, 503 `sms_unavailable` while nobody is there to send it
   */
  async request(phone: string, address: string): Promise<PhoneCodeView> {
    const { sender } = this
    if (!sender && !this.config.isDemonstration) throw smsUnavailable()
    const phoneIndex = this.personalData.indexOf(phone)
    await this.limits.consume(perAddress, address)
    await this.limits.consume(perMinute, phoneIndex)
    await this.limits.consume(perDay, phoneIndex)
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await this.unitOfWork.run((tx) => this.replace(tx, phoneIndex, code))
    await this.send(phone, code)
    return { expiresIn: LIFE / 1000, ...(this.config.isDemonstration && { demoCode: code }) }
  }

  private async send(phone: string, code: string): Promise<void> {
    try {
      await this.sender?.send({ phone, template: 'code', values: { code }, key: newId(this.present.now()) })
    } catch (error) {
      if (!(error instanceof SmsRefusal || error instanceof SmsUnreachable)) throw error
      this.logger.error(error.message)
      throw error instanceof SmsRefusal && phoneRefusals.has(error.code) ? phoneRefused() : smsBusy()
    }
  }

  /**
   * Uses a code up.
   * @throws Problem 401 `phone_code_wrong`, `phone_code_expired` (also after five wrong tries)
   */
  async redeem(phone: string, code: string): Promise<void> {
    const phoneIndex = this.personalData.indexOf(phone)
    // A wrong try has to be counted, so the refusal is thrown after the transaction, not inside.
    const refusal = await this.unitOfWork.run((tx) => this.spend(tx, phoneIndex, code))
    if (refusal) throw refusal
  }

  private async replace(tx: Tx, phoneIndex: string, code: string): Promise<void> {
    const now = this.present.now()
    await tx.delete(PhoneCode, { phoneIndex })
    const expiresAt = new Date(now.getTime() + LIFE)
    const codeHash = this.hash(phoneIndex, code).toString('hex')
    const row = { id: newId(now), phoneIndex, codeHash, triesLeft: TRIES, createdAt: now, expiresAt }
    await insertRows(tx, PhoneCode, [row])
  }

  private async spend(tx: Tx, phoneIndex: string, code: string): Promise<Problem | undefined> {
    const latest = { where: { phoneIndex }, order: { createdAt: 'DESC' }, take: 1 } as const
    const [stored] = await tx.find(PhoneCode, latest)
    if (!stored || stored.expiresAt <= this.present.now()) return codeExpired()
    const { id, codeHash } = stored
    // Counted by the database: of many guesses at once only as many are looked at as there are tries.
    const counted = await tx.decrement(PhoneCode, { id, triesLeft: MoreThan(0) }, 'triesLeft', 1)
    if (counted.affected !== 1) return codeExpired()
    const isRight = timingSafeEqual(this.hash(phoneIndex, code), Buffer.from(codeHash, 'hex'))
    if (!isRight) return codeWrong((await tx.findOneByOrFail(PhoneCode, { id })).triesLeft)
    const used = await tx.delete(PhoneCode, { id })
    return used.affected === 1 ? undefined : codeExpired()
  }

  private hash(phoneIndex: string, code: string): Buffer {
    return createHmac('sha256', this.key).update(`${phoneIndex}.${code}`).digest()
  }
}

const smsUnavailable = () =>
  new Problem(
    HttpStatus.SERVICE_UNAVAILABLE,
    'sms_unavailable',
    '短信登录暂未开通，请在微信小程序里用微信登录',
  )

const smsBusy = () =>
  new Problem(
    HttpStatus.SERVICE_UNAVAILABLE,
    'sms_busy',
    '短信暂时发不出去，请几分钟后再试，或在微信小程序里用微信登录',
  )

/** Refusals that are about this phone: another one may work. */
const phoneRefusals = new Set(['phone_invalid', 'phone_blocked'])
const phoneRefused = () => unprocessable('phone_refused', '这个号码收不到短信，请核对，或换一个手机号')

const codeExpired = () => unauthorized('phone_code_expired', '验证码已失效，请重新获取')

const codeWrong = (triesLeft: number) =>
  triesLeft === 0
    ? codeExpired()
    : unauthorized('phone_code_wrong', `验证码不对，还可以再试 ${triesLeft} 次`, { triesLeft })
