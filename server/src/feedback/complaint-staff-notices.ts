import type { Told } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type Outbox, Subscribers } from '../messages/index.js'
import type { Tx } from '../platform/database/index.js'
import { type StaffTelling, StaffNotices } from '../supervision/index.js'
import { aboutWords, complaintsOf } from './complaint-notices.js'
import type { Complaint } from './complaint.entity.js'

interface Rule {
  tells: readonly Told[]
  words: (about: string) => string
}

const office = ['supervisor'] as const
const accused = ['reviewer', 'leader'] as const

/**
 * What staff are told. The accused department hears of the questions that it has to answer, and that one was
 * escalated, which everybody sees: nothing else, and never of whom. WORKFLOW §3
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  'complaint.investigate': [
    { tells: accused, words: (about) => `请在 1 个工作日内报送${about}的办理经过和材料，在“举证”里提交` },
  ],
  'complaint.noEvidence': [
    { tells: accused, words: (about) => `${about}的办理材料已过期未报，请马上在“举证”里提交` },
    { tells: office, words: (about) => `被投诉单位没有按时报送${about}的材料，请继续核查` },
  ],
  'complaint.evidence': [{ tells: office, words: (about) => `被投诉单位已报送${about}的材料，请核查` }],
  'complaint.dueSoon': [{ tells: office, words: (about) => `对${about}的投诉办结时限快到了，请尽快答复` }],
  'complaint.refuse': [
    { tells: office, words: (about) => `投诉人不认可对${about}投诉的答复，请由另一位督办员处理` },
  ],
  'complaint.escalate': [
    { tells: [...office, 'districtLeader'], words: (about) => `对${about}的投诉已提级督办并公开，请过问` },
    { tells: ['leader'], words: (about) => `对贵单位办理${about}的一件投诉已提级督办并公开` },
  ],
}

/** Follows complaints and tells the supervision office, the leaders, and the accused what concerns them. */
@Injectable()
export class ComplaintStaffNotices {
  constructor(
    private readonly staffNotices: StaffNotices,
    subscribers: Subscribers,
  ) {
    subscribers.follow(Object.keys(rules), (tx, rows) => this.follow(tx, rows))
  }

  private async follow(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const complaints = await complaintsOf(tx, rows)
    const tellings = rows.flatMap(({ topic, payload, createdAt: at }) => {
      const complaint = complaints.get(String(payload.complaintId))
      return complaint ? (rules[topic] ?? []).map((rule) => telling(complaint, rule, at)) : []
    })
    await this.staffNotices.tell(tx, tellings)
  }
}

const telling = (complaint: Complaint, { tells, words }: Rule, at: Date): StaffTelling => ({
  needId: complaint.needId,
  departmentId: complaint.departmentId,
  handlerId: null,
  tells,
  words: words(aboutWords(complaint)).trim(),
  at,
})
