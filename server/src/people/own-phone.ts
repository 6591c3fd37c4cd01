import { Injectable } from '@nestjs/common'
import { mobilePhone } from '@minsheng/shared'
import { IsNull } from 'typeorm'
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database/index.js'
import { conflict, type Problem, unprocessable } from '../platform/problem.js'
import { WeChat } from '../wechat/index.js'
import { Joining } from './joining.js'
import type { PersonView, TypedPhone } from './people.dto.js'
import type { Person } from './person.js'
import { PersonalData } from './personal-data.js'
import { PhoneCodes } from './phone-codes.js'
import { Persons, residentPerson } from './persons.js'
import { Resident } from './resident.entity.js'

/** Binds a phone to a resident, for which WeChat or a code vouches. docs/adr/0014 */
@Injectable()
export class OwnPhone {
  constructor(
    private readonly weChat: WeChat,
    private readonly unitOfWork: UnitOfWork,
    private readonly personalData: PersonalData,
    private readonly joining: Joining,
    private readonly persons: Persons,
    private readonly phoneCodes: PhoneCodes,
  ) {}

  /**
   * @param code of a `getPhoneNumber` button
   * @returns whoever this resident is now: another one when the phone was known already
   * @throws Problem as `WeChat.phoneOf`; 409 `phone_of_other_wechat`, `phone_of_other_resident`, `changed_meanwhile`
   */
  async bind(by: Person, code: string): Promise<PersonView> {
    const phone = await this.weChat.phoneOf(code)
    if (!mobilePhone.test(phone)) throw unprocessable('phone_foreign', '目前只支持内地手机号，请换一个号码')
    return this.persons.view(residentPerson(await this.bound(by.id, phone)))
  }

  /** @throws Problem as `PhoneCodes.redeem`, and 409 as above */
  async bindTyped(by: Person, { phone, code }: TypedPhone): Promise<PersonView> {
    await this.phoneCodes.redeem(phone, code)
    return this.persons.view(residentPerson(await this.bound(by.id, phone)))
  }

  private async bound(id: string, phone: string): Promise<Resident> {
    const phoneIndex = this.personalData.indexOf(phone)
    try {
      return await this.unitOfWork.run(async (tx) => {
        const [self, known] = [
          await tx.findOneBy(Resident, { id }),
          await tx.findOneBy(Resident, { phoneIndex }),
        ]
        if (!self) throw changedMeanwhile()
        if (known?.id === id) return known
        if (known) return this.joined(tx, self, known)
        await tx.update(Resident, { id }, { phoneIndex, phoneCipher: this.personalData.encrypt(phone) })
        return self
      })
    } catch (error) {
      throw isUniqueViolation(error) ? changedMeanwhile() : error
    }
  }

  /** The WeChat account moves to the resident who has the phone, and whatever it has filed with it. */
  private async joined(tx: Tx, self: Resident, known: Resident): Promise<Resident> {
    if (known.weChatIndex) throw otherWeChat()
    if (self.phoneIndex || (self.identityIndex && known.identityIndex)) throw otherResident()
    const { weChatIndex, weChatCipher } = self
    await tx.update(
      Resident,
      { id: self.id, weChatIndex: weChatIndex ?? IsNull() },
      { weChatIndex: null, weChatCipher: null, identityIndex: null },
    )
    const { affected } = await tx.update(
      Resident,
      { id: known.id, weChatIndex: IsNull() },
      {
        weChatIndex,
        weChatCipher,
        identityIndex: known.identityIndex ?? self.identityIndex,
        nameCipher: known.nameCipher ?? self.nameCipher,
      },
    )
    if (affected !== 1) throw changedMeanwhile()
    await this.joining.join(tx, self.id, known.id)
    return known
  }
}

const changedMeanwhile = (): Problem =>
  conflict('changed_meanwhile', '刚刚在别处登录过，请重新打开小程序再试')

const otherWeChat = (): Problem =>
  conflict('phone_of_other_wechat', '这个手机号已绑定另一个微信。请用那个微信登录，或换一个手机号')

/** Both have a phone, so both are somebody: two people are not made one without their asking. */
const otherResident = (): Problem =>
  conflict('phone_of_other_resident', '这个手机号已有自己的记录。请退出登录，再用这个手机号登录')
