import { Injectable } from '@nestjs/common'
import type { FindOptionsWhere } from 'typeorm'
import { insertRows, isUniqueViolation, newId, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { PersonalData } from './personal-data.js'
import { Resident } from './resident.entity.js'

/** Residents and their personal data, decrypted for those who may see it. */
@Injectable()
export class Residents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personalData: PersonalData,
    private readonly present: Present,
  ) {}

  byId(id: string): Promise<Resident | null> {
    return this.unitOfWork.reader.findOneBy(Resident, { id })
  }

  /**
   * The phone as it is stored, encrypted; null when the resident gave none or is unknown. Every submission asks for
   * it, and building the query would cost more than the query.
   */
  async phoneCipherOf(id: string): Promise<string | null> {
    const rows = await this.unitOfWork.reader.query<{ phone: string | null }[]>(
      'SELECT phone_cipher AS phone FROM resident WHERE id = ?',
      [id],
    )
    return rows[0]?.phone ?? null
  }

  /** The name, readable; null when the resident gave none or is unknown. */
  async nameOf(id: string): Promise<string | null> {
    return this.readable((await this.byId(id))?.nameCipher)
  }

  /** Decrypts a stored column; null stays null. */
  readable(cipher: string | null | undefined): string | null {
    return cipher ? this.personalData.decrypt(cipher) : null
  }

  /** The resident of a WeChat account; a new one at the first sign-in. */
  ofWeChat(openId: string): Promise<Resident> {
    const weChatIndex = this.personalData.indexOf(openId)
    return this.findOrAdd({ weChatIndex }, { weChatIndex, weChatCipher: this.personalData.encrypt(openId) })
  }

  /** The resident of a phone; a new one at the first sign-in. */
  ofPhone(phone: string): Promise<Resident> {
    const phoneIndex = this.personalData.indexOf(phone)
    return this.findOrAdd({ phoneIndex }, { phoneIndex, phoneCipher: this.personalData.encrypt(phone) })
  }

  /** Somebody whom nobody can sign in as yet. The caller inserts the row. */
  unclaimed(nameCipher: string | null): Resident {
    const now = this.present.now()
    return { ...nothingKnown, id: newId(now), nameCipher, createdAt: now }
  }

  private async findOrAdd(key: FindOptionsWhere<Resident>, known: Partial<Resident>): Promise<Resident> {
    const find = () => this.unitOfWork.reader.findOneBy(Resident, key)
    const existing = await find()
    if (existing) return existing
    const now = this.present.now()
    const resident: Resident = { ...nothingKnown, ...known, id: newId(now), createdAt: now }
    try {
      await this.unitOfWork.run((tx) => insertRows(tx, Resident, [resident]))
      return resident
    } catch (error) {
      // The same person signed in on two devices at once: the other one was first.
      const first = isUniqueViolation(error) && (await find())
      if (!first) throw error
      return first
    }
  }
}

const nothingKnown = {
  weChatIndex: null,
  weChatCipher: null,
  phoneCipher: null,
  phoneIndex: null,
  identityIndex: null,
  nameCipher: null,
}
