import {
  type ComplaintAct,
  complaintActs,
  complaintAnswerMin,
  complaintExtensionMax,
  type ComplaintFinding,
  complaintFindings,
  type ComplaintState,
  complaintStates,
  type ComplaintSubject,
  complaintSubjects,
  complaintWordsMax,
  type ContactWay,
  contactWays,
  type EscalationCause,
  escalationCauses,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { AttachmentIds, PageQuery } from '../handling/index.js'
import { IsDay } from '../platform/dates.js'
import { OptionalWords, Words } from '../platform/words.js'
import { EvidenceView } from './complaint-evidence.dto.js'

const acts = [...new Set(complaintActs.map(({ act }) => act))]
const tooLong = { message: `最多 ${complaintWordsMax} 个字` }

/** What a complainant says: a tap says nothing, words and files may follow. */
export class ComplaintSaidBody {
  @OptionalWords({
    max: complaintWordsMax,
    message: tooLong.message,
    description: 'Words can also follow later',
  })
  words?: string

  @AttachmentIds()
  attachmentIds?: string[]
}
export class RespondBody {
  @ApiProperty({ enum: contactWays, enumName: 'ContactWay' })
  @IsIn(contactWays, { message: '请选择联系方式' })
  how: ContactWay

  @Words({ min: 2, max: 500, message: '请写一句联系的情况（2 到 500 个字）' })
  note: string
}
export class RevealBody {
  @Words({ min: 2, max: 200, message: '请写一句为什么要看电话（会留下记录）' })
  reason: string
}
export class InvestigateBody {
  @Words({
    min: 5,
    max: 500,
    message: '请写清要被投诉单位说明什么（5 到 500 个字）',
    description: 'What the accused department is asked',
  })
  question: string

  @ApiPropertyOptional({ description: 'A complex one has 15 workdays' })
  @IsOptional()
  @IsBoolean({ message: '请选择是否复杂' })
  isComplex?: boolean
}
export class ExtendComplaintBody {
  @ApiProperty({ minimum: 1, maximum: complaintExtensionMax })
  @IsInt({ message: `请选择延期 1 到 ${complaintExtensionMax} 个工作日` })
  @Min(1, { message: `请选择延期 1 到 ${complaintExtensionMax} 个工作日` })
  @Max(complaintExtensionMax, { message: `最多延期 ${complaintExtensionMax} 个工作日` })
  workdays: number

  @Words({ min: 5, max: 500, message: '请写清为什么要延期（5 到 500 个字）' })
  reason: string
}
export class AnswerComplaintBody {
  @ApiProperty({ enum: complaintFindings, enumName: 'ComplaintFinding' })
  @IsIn(complaintFindings, { message: '请选择核查结论' })
  finding: ComplaintFinding

  @Words({
    min: complaintAnswerMin,
    max: 2000,
    message: `请写清查到什么、怎么处理（${complaintAnswerMin} 到 2000 个字）`,
  })
  measure: string

  @ApiPropertyOptional({ format: 'date', example: '2026-12-31', description: 'By when, where it takes time' })
  @IsOptional()
  @IsDay('请选择日期')
  measureUntil?: string
}
export class VoidBody {
  @Words({ min: 5, max: 500, message: '请写清为什么不成立，重复的写明与哪一件重复（5 到 500 个字）' })
  reason: string
}
export class ComplaintQuery extends PageQuery {
  @ApiPropertyOptional({ enum: complaintStates, enumName: 'ComplaintState', default: 'filed' })
  @IsOptional()
  @IsIn(complaintStates, { message: '没有这种状态' })
  state?: ComplaintState
}

export class ComplaintAnswerView {
  @ApiProperty({ enum: complaintFindings, enumName: 'ComplaintFinding' }) finding: ComplaintFinding
  @ApiProperty() measure: string
  @ApiProperty({ type: String, format: 'date', nullable: true }) measureUntil: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The person who answered' })
  answererName: string | null
}

class ComplaintBase {
  @ApiProperty() id: string
  @ApiProperty({ enum: complaintSubjects, enumName: 'ComplaintSubject' }) about: ComplaintSubject
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'None when it is about a project or the service',
  })
  needId: string | null
  @ApiProperty({ type: String, nullable: true }) receiptNo: string | null
  @ApiProperty({ type: String, nullable: true, description: 'When it is about a project' })
  projectTitle: string | null
  @ApiProperty({ enum: complaintStates, enumName: 'ComplaintState' }) state: ComplaintState
  @ApiProperty({ description: 'The state in the words of the complainant' }) stateWords: string
  @ApiProperty({ description: 'Void by two supervisors, not withdrawn' }) isDismissed: boolean
  @ApiProperty({ type: String, nullable: true }) words: string | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ format: 'date-time' }) filedAt: string
  @ApiProperty({ format: 'date-time', description: 'By when the next step has to be there' }) dueAt: string
  @ApiProperty({ format: 'date-time', description: '24 clock hours after filing' }) responseDueAt: string
  @ApiProperty({ format: 'date-time', description: 'By when it is answered' }) answerDueAt: string
  @ApiProperty({ description: 'The next step is not there, and its time is over' }) isOverdue: boolean
  @ApiProperty({ type: String, nullable: true }) respondedAt: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The person who responded' })
  responderName: string | null
  @ApiProperty({ enum: contactWays, enumName: 'ContactWay', nullable: true }) responseWay: ContactWay | null
  @ApiProperty({ type: ComplaintAnswerView, nullable: true, description: 'The last one' })
  answer: ComplaintAnswerView | null
  @ApiProperty({ description: 'How often it was looked into again' }) rechecks: number
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when it is public' })
  escalatedAt: string | null
  @ApiProperty({ enum: escalationCauses, enumName: 'EscalationCause', nullable: true })
  escalationCause: EscalationCause | null
  @ApiProperty({ enum: acts, enumName: 'ComplaintAct', isArray: true }) allowedActs: ComplaintAct[]
}
/** A complaint as its complainant sees it. */
export class ComplaintView extends ComplaintBase {}
export class ComplaintOfNeed {
  @ApiProperty({ type: ComplaintView, nullable: true, description: 'The newest; null when there is none' })
  complaint: ComplaintView | null
}
export class OwnComplaintPage {
  @ApiProperty({ type: [ComplaintView] }) items: ComplaintView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
/** A complaint as the supervision office sees it. */
export class ComplaintCase extends ComplaintBase {
  @ApiProperty({ type: String, nullable: true }) needTitle: string | null
  @ApiProperty({ type: String, nullable: true, description: 'Who is accused' }) departmentName: string | null
  @ApiProperty({ type: String, nullable: true }) areaName: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The newest order of the need' })
  workOrderId: string | null
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null
  @ApiProperty({ type: String, nullable: true }) responseNote: string | null
  @ApiProperty({ type: EvidenceView, nullable: true, description: 'What the accused department was asked' })
  evidence: EvidenceView | null
  @ApiProperty({ type: String, nullable: true, description: 'Why somebody has signed that it is void' })
  voidReason: string | null
  @ApiProperty({ type: String, nullable: true, description: 'Who has signed that first' })
  voidSignerName: string | null
}
export class ComplaintPage {
  @ApiProperty({ type: [ComplaintCase] }) items: ComplaintCase[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
/** An escalated complaint as everybody sees it: about whom and what, not whose, and not in whose words. */
export class PublicComplaint {
  @ApiProperty() id: string
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
  @ApiProperty({ type: String, nullable: true }) categoryName: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The street or town' }) areaName: string | null
  @ApiProperty({ enum: complaintStates, enumName: 'ComplaintState' }) state: ComplaintState
  @ApiProperty({ enum: escalationCauses, enumName: 'EscalationCause' }) cause: EscalationCause
  @ApiProperty({ format: 'date-time' }) escalatedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null
}
export class PublicComplaintPage {
  @ApiProperty({ type: [PublicComplaint] }) items: PublicComplaint[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class ComplainantPhone {
  @ApiProperty({ type: String, nullable: true }) phone: string | null
}
