import { createHash, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { NeedStore } from '../handling/index.js'
import { Joining, type Person, PersonalData, Resident } from '../people/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { conflict, notFound } from '../platform/problem.js'

const DIGITS = 10

const claimWrong = () =>
  notFound('claim_not_found', '受理编号或领取码不对，请照着卡片核对。卡片丢了可以找网格员补一张')
const claimTaken = () =>
  conflict('claim_taken', '这件诉求已经有人领取。如果不是家里人领取的，请联系网格员或拨打 12345')

/**
 * The card for somebody without WeChat: with its code the need, and whatever else was filed for the same person,
 * becomes the one of who redeems it. docs/adr/0123
 */
@Injectable()
export class Claims {
  constructor(
    private readonly joining: Joining,
    private readonly needs: NeedStore,
    private readonly personalData: PersonalData,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Ten digits that follow from the need and our key: nobody else can know them, and nothing has to be stored. */
  codeOf(needId: string): string {
    const bytes = Buffer.from(this.personalData.indexOf(`claim of ${needId}`), 'hex')
    return (bytes.readBigUInt64BE() % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0')
  }

  /**
   * @returns the id of the need, which is one's own from now on; once more it is the same
   * @throws Problem 404 `claim_not_found`; 409 `claim_taken`
   */
  async redeem(by: Person, receiptNo: string, code: string): Promise<{ needId: string }> {
    const need = await this.needs.byReceiptNo(receiptNo)
    if (!need || !isSame(code, this.codeOf(need.id))) throw claimWrong()
    if (need.residentId === by.id) return { needId: need.id }
    return this.unitOfWork.run(async (tx) => {
      const unclaimed = { id: need.residentId, phoneIndex: IsNull(), weChatIndex: IsNull() }
      const { affected } = await tx.delete(Resident, unclaimed)
      if (affected !== 1) throw claimTaken()
      await this.joining.join(tx, need.residentId, by.id)
      return { needId: need.id }
    })
  }
}

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashed(one), hashed(other))
