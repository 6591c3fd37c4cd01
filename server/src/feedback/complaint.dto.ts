import {
  type ComplaintAct,
  complaintActs,
  type ComplaintState,
  complaintStates,
  complaintWordsMax,
  type ContactWay,
  contactWays,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator'

const acts = [...new Set(complaintActs.map(({ act }) => act))]
const tooLong = { message: `最多 ${complaintWordsMax} 个字` }

export class FileComplaintBody {
  @ApiPropertyOptional({ maxLength: complaintWordsMax, description: 'Words can also follow later' })
  @IsOptional()
  @IsString()
  @MaxLength(complaintWordsMax, tooLong)
  words?: string
}
export class ComplaintWordsBody {
  @ApiProperty({ minLength: 1, maxLength: complaintWordsMax })
  @IsString()
  @Length(1, complaintWordsMax, { message: `请写一句哪里没办好，最多 ${complaintWordsMax} 个字` })
  words: string
}
export class RespondBody {
  @ApiProperty({ enum: contactWays, enumName: 'ContactWay' })
  @IsIn(contactWays, { message: '请选择联系方式' })
  how: ContactWay

  @ApiProperty({ minLength: 2, maxLength: 500 })
  @IsString()
  @Length(2, 500, { message: '请写一句联系的情况（2 到 500 个字）' })
  note: string
}
export class RevealBody {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @IsString()
  @Length(2, 200, { message: '请写一句为什么要看电话（会留下记录）' })
  reason: string
}
export class ComplaintQuery {
  @ApiPropertyOptional({ enum: complaintStates, enumName: 'ComplaintState', default: 'filed' })
  @IsOptional()
  @IsIn(complaintStates, { message: '没有这种状态' })
  state?: ComplaintState

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string
}

class ComplaintBase {
  @ApiProperty() id: string
  @ApiProperty() needId: string
  @ApiProperty({ enum: complaintStates, enumName: 'ComplaintState' }) state: ComplaintState
  @ApiProperty({ description: 'The state in words' }) stateWords: string
  @ApiProperty({ type: String, nullable: true }) words: string | null
  @ApiProperty({ format: 'date-time' }) filedAt: string
  @ApiProperty({ format: 'date-time', description: '24 clock hours after filing' }) responseDueAt: string
  @ApiProperty({ description: 'Nobody has responded, and the 24 hours are over' }) isOverdue: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) respondedAt: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The person who responded' })
  responderName: string | null
  @ApiProperty({ enum: contactWays, enumName: 'ContactWay', nullable: true }) responseWay: ContactWay | null
  @ApiProperty({ enum: acts, enumName: 'ComplaintAct', isArray: true }) allowedActs: ComplaintAct[]
}
/** A complaint as its complainant sees it. */
export class ComplaintView extends ComplaintBase {}
export class ComplaintOfNeed {
  @ApiProperty({ type: ComplaintView, nullable: true, description: 'The newest; null when there is none' })
  complaint: ComplaintView | null
}
/** A complaint as the supervision office sees it. */
export class ComplaintCase extends ComplaintBase {
  @ApiProperty() receiptNo: string
  @ApiProperty() needTitle: string
  @ApiProperty({ type: String, nullable: true, description: 'Who is accused' }) departmentName: string | null
  @ApiProperty({ type: String, nullable: true }) areaName: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The newest order of the need' })
  workOrderId: string | null
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null
  @ApiProperty({ type: String, nullable: true }) responseNote: string | null
}
export class ComplaintPage {
  @ApiProperty({ type: [ComplaintCase] }) items: ComplaintCase[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class ComplainantPhone {
  @ApiProperty({ type: String, nullable: true }) phone: string | null
}
