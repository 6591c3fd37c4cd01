import { complaintFindingWords, supervisionActNames } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Notices, type Outbox, Subscribers } from '../messages/index.js'
import type { Tx } from '../platform/database/index.js'
import { Complaint } from './complaint.entity.js'

type Words = (about: string, complaint: Complaint) => string

/** What the complainant is told; his own acts he knows. */
const toComplainant: Readonly<Record<string, Words | null>> = {
  'complaint.file': (about) => `收到了您对${about}的投诉，24 小时内有监督人员联系您`,
  'complaint.respond': (about) => `监督人员已就您对${about}的投诉联系您，请看进度`,
  'complaint.investigate': (about) => `您对${about}的投诉正在查，查清后答复您`,
  'complaint.extend': (about) => `您对${about}的投诉需要更多时间查清，新的答复时间请看进度`,
  'complaint.answer': (about, { finding }) =>
    `您对${about}的投诉有了答复${finding ? `：${complaintFindingWords[finding]}` : ''}，请在 7 天内确认`,
  'complaint.escalate': (about) => `您对${about}的投诉已上报，由上级盯着办，并向大家公开`,
  'complaint.silent': (about) =>
    `您对${about}的投诉已经答复，还没有收到您的意见。请打开点一下，或等我们给您打电话`,
  'complaint.giveUp': (about) => `没有联系上您，您对${about}的投诉如实记为未解决。有意见请拨打 12345`,
  'complaint.void': (about, { state }) =>
    state === 'void' ? `您对${about}的投诉经两人核对不成立，原因可拨打 12345 询问` : '',
  'complaint.addWords': null,
  'complaint.confirm': null,
  'complaint.refuse': null,
  'complaint.withdraw': null,
  'complaint.evidence': null,
  'complaint.dueSoon': null,
  'complaint.noEvidence': null,
  ...Object.fromEntries(supervisionActNames.map((act) => [`complaint.${act}`, null])),
}

/** Follows complaints and tells their complainants. */
@Injectable()
export class ComplaintNotices {
  constructor(
    private readonly notices: Notices,
    subscribers: Subscribers,
  ) {
    subscribers.follow(Object.keys(toComplainant), (tx, rows) => this.follow(tx, rows))
  }

  private async follow(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const complaints = await complaintsOf(tx, rows)
    const tellings = rows.flatMap(({ topic, payload, createdAt: at }) => {
      const complaint = complaints.get(String(payload.complaintId))
      const words = complaint && toComplainant[topic]?.(aboutWords(complaint), complaint)
      return words ? { personId: complaint.residentId, needId: complaint.needId, words, at } : []
    })
    await this.notices.tell(tx, tellings)
  }
}

/** By primary key. */
export async function complaintsOf(tx: Tx, rows: readonly Outbox[]): Promise<ReadonlyMap<string, Complaint>> {
  const ids = rows.map(({ payload }) => String(payload.complaintId))
  return new Map((await tx.findBy(Complaint, { id: In(ids) })).map((row) => [row.id, row]))
}

/** With the blank that a number stands behind. */
export const aboutWords = ({ receiptNo, projectTitle }: Complaint): string =>
  receiptNo ? ` ${receiptNo} ` : projectTitle ? `“${projectTitle}”` : '服务'
