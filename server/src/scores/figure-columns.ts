import type { Figures } from '@minsheng/shared'
import { Column } from 'typeorm'

const count = () => ({ type: 'integer', default: 0 }) as const

/** A column for each figure, so that the sum over many rows is one statement. */
export abstract class FigureColumns implements Figures {
  @Column(count()) filed: number
  @Column(count()) dispatched: number
  @Column(count()) dispatchedOnce: number
  @Column(count()) supervised: number
  @Column(count()) replyDue: number
  @Column(count()) repliedInTime: number
  @Column(count()) disclosable: number
  @Column(count()) disclosed: number
  @Column(count()) ordered: number
  @Column(count()) returnAsked: number
  @Column(count()) acceptDue: number
  @Column(count()) acceptedInTime: number
  @Column(count()) contactDue: number
  @Column(count()) contactedInTime: number
  @Column(count()) answerDue: number
  @Column(count()) answered: number
  @Column(count()) answeredInTime: number
  @Column(count()) openOverdue: number
  @Column(count()) leadAnswered: number
  @Column(count()) reworked: number
  @Column(count()) rated: number
  @Column(count()) contacted: number
  @Column(count()) solved: number
  @Column(count()) satisfied: number
  @Column(count()) fairlySatisfied: number
  @Column(count()) byTap: number
  @Column(count()) sentBack: number
  @Column(count()) unrated: number
  @Column(count()) notReached: number
  @Column(count()) excluded: number
  @Column(count()) withdrawn: number
  @Column(count()) rejected: number
  @Column(count()) merged: number
  @Column(count()) concluded: number
  @Column(count()) complained: number
  @Column(count()) complaintResponseDue: number
  @Column(count()) complaintRespondedInTime: number
  @Column(count()) complaintDecided: number
  @Column(count()) complaintResolved: number
  @Column(count()) complaintVoid: number
}
