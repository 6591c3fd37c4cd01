import { HttpStatus, Injectable, Optional } from '@nestjs/common'
import { isSureEnough, type RealNameLevel } from '@minsheng/shared'
import { isUniqueViolation, UnitOfWork } from '../platform/database/index.js'
import { conflict, Problem, unprocessable } from '../platform/problem.js'
import type { PersonView } from './people.dto.js'
import type { Person } from './person.js'
import { PersonalData } from './personal-data.js'
import { Persons, realNameOf } from './persons.js'
import { RealNameProvider } from './real-name-provider.js'
import { Resident } from './resident.entity.js'

/** How sure it is who a resident is, for the few rights that depend on it. docs/adr/0037 */
@Injectable()
export class RealName {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personalData: PersonalData,
    private readonly persons: Persons,
    @Optional() private readonly provider?: RealNameProvider,
  ) {}

  /** @throws Problem 403 `real_name_needed` when this right needs more than is known */
  async require(by: Person, needed: RealNameLevel): Promise<void> {
    const resident = await this.unitOfWork.reader.findOneBy(Resident, { id: by.id })
    if (!resident || !isSureEnough(realNameOf(resident), needed)) throw needs(needed)
  }

  /**
   * Keeps that a provider has vouched: the name encrypted, of the ID number only its blind index.
   * @throws Problem 422 `real_name_not_proved`, 409 `identity_of_other_resident`, 503 `real_name_unavailable`
   */
  async prove(by: Person, proof: string): Promise<PersonView> {
    if (!this.provider) throw unavailable()
    const identity = await this.provider.verify(proof)
    if (!identity) throw unprocessable('real_name_not_proved', '实名没有通过，请核对姓名和证件后再试')
    const identityIndex = this.personalData.indexOf(identity.idNumber)
    const nameCipher = this.personalData.encrypt(identity.name)
    try {
      await this.unitOfWork.run((tx) => tx.update(Resident, { id: by.id }, { identityIndex, nameCipher }))
    } catch (error) {
      throw isUniqueViolation(error) ? otherResident() : error
    }
    return this.persons.view(by)
  }
}

const needs = (level: RealNameLevel): Problem =>
  new Problem(
    HttpStatus.FORBIDDEN,
    'real_name_needed',
    level === 'phone' ? '请先在“我的”里绑定手机号' : '请先完成实名',
    { level },
  )

const otherResident = (): Problem =>
  conflict('identity_of_other_resident', '这个身份已在另一个账号实名。请用那个账号登录')

const unavailable = (): Problem =>
  new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'real_name_unavailable', '实名暂未开通，其他功能都可以照常使用')
