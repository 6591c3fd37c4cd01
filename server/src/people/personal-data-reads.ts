import { Injectable } from '@nestjs/common'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import type { Person } from './person.js'
import { PersonalDataRead } from './personal-data-read.entity.js'

/** What is read, and why: of a need, or of a household, a resident of it or a grid. */
export interface ReadOf extends Pick<PersonalDataRead, 'what' | 'reason'> {
  needId?: string
  subjectId?: string
}

/** Writes down who reads personal data, before it is read. */
@Injectable()
export class PersonalDataReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** @param tx where it is read in a transaction; otherwise it has one of its own */
  async note(by: Person, { needId, subjectId, what, reason }: ReadOf, tx?: Tx): Promise<void> {
    const at = this.present.now()
    const about = { needId: needId ?? null, subjectId: subjectId ?? null, what, reason }
    const rows = [{ id: newId(at), staffId: by.id, ...about, at }]
    if (tx) await insertRows(tx, PersonalDataRead, rows)
    else await this.unitOfWork.run((own) => insertRows(own, PersonalDataRead, rows))
  }
}
