import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Notices, type Outbox, Subscribers } from '../messages/index.js'
import type { Tx } from '../platform/database/index.js'
import { Complaint } from './complaint.entity.js'

type Words = (receiptNo: string) => string

/** What the complainant is told; his own acts he knows. */
const toComplainant: Readonly<Record<string, Words | null>> = {
  'complaint.file': (receiptNo) => `收到了您对 ${receiptNo} 的投诉，24 小时内有监督人员联系您`,
  'complaint.respond': (receiptNo) => `监督人员已就您对 ${receiptNo} 的投诉联系您，请看进度`,
  'complaint.addWords': null,
  'complaint.withdraw': null,
}

/** Follows complaints and tells their complainants. Who is to respond is warned by the rules of supervision. */
@Injectable()
export class ComplaintNotices {
  constructor(
    private readonly notices: Notices,
    subscribers: Subscribers,
  ) {
    subscribers.follow(Object.keys(toComplainant), (tx, rows) => this.follow(tx, rows))
  }

  private async follow(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const ids = rows.flatMap(({ payload }) => String(payload.complaintId))
    const complaints = new Map((await tx.findBy(Complaint, { id: In(ids) })).map((row) => [row.id, row]))
    const tellings = rows.flatMap(({ topic, payload, createdAt: at }) => {
      const complaint = complaints.get(String(payload.complaintId))
      const words = toComplainant[topic]
      if (!complaint || !words) return []
      const { residentId: personId, needId, receiptNo } = complaint
      return { personId, needId, words: words(receiptNo), at }
    })
    await this.notices.tell(tx, tellings)
  }
}
