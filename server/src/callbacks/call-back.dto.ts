import {
  type CallBackReason,
  callBackReasons,
  type CallBackState,
  callBackStates,
  type ComplaintFinding,
  complaintFindings,
  type RatingLevel,
  ratingLevels,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator'
import { PageQuery } from '../handling/index.js'
import { MaxLength } from '../platform/words.js'

export class CallBackQuery extends PageQuery {
  @ApiPropertyOptional({ enum: callBackStates, enumName: 'CallBackState', default: 'waiting' })
  @IsOptional()
  @IsIn(callBackStates, { message: '没有这种状态' })
  state?: CallBackState
}
/** What came of a call. Which of them is asked for follows from the reason of the call. */
export class ReportCallBody {
  @ApiProperty()
  @IsBoolean({ message: '请选择有没有接通' })
  isReached: boolean

  @ApiPropertyOptional({ enum: ratingLevels, description: '5 is 非常满意; of an answer that nobody rated' })
  @IsOptional()
  @IsIn(ratingLevels, { message: '请选择居民的评价' })
  level?: RatingLevel

  @ApiPropertyOptional({ description: 'Of an answer that nobody rated' })
  @IsOptional()
  @IsBoolean({ message: '请选择问题解决了没有' })
  solved?: boolean

  @ApiPropertyOptional({ description: 'Of the answer to a complaint' })
  @IsOptional()
  @IsBoolean({ message: '请选择居民认不认可答复' })
  isAccepted?: boolean

  @ApiPropertyOptional({ maxLength: 500, description: 'Needed of a bad rating' })
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '最多 500 个字' })
  words?: string
}

/** The bad rating that the call is about. */
export class CalledRating {
  @ApiProperty({ enum: ratingLevels }) level: RatingLevel
  @ApiProperty({ type: Boolean, nullable: true }) solved: boolean | null
  @ApiProperty({ type: [String] }) tags: string[]
  @ApiProperty({ type: String, nullable: true }) words: string | null
}
/** The answer to a complaint that the call is about. */
export class CalledAnswer {
  @ApiProperty({ enum: complaintFindings, enumName: 'ComplaintFinding', nullable: true })
  finding: ComplaintFinding | null
  @ApiProperty({ type: String, nullable: true }) measure: string | null
}
export class CallBackView {
  @ApiProperty() id: string
  @ApiProperty({ enum: callBackReasons, enumName: 'CallBackReason' }) reason: CallBackReason
  @ApiProperty({ enum: callBackStates, enumName: 'CallBackState' }) state: CallBackState
  @ApiProperty({ type: String, nullable: true }) receiptNo: string | null
  @ApiProperty() title: string
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The street or town' }) areaName: string | null
  @ApiProperty({ type: String, nullable: true, description: 'The newest order of the need' })
  workOrderId: string | null
  @ApiProperty({ description: 'Calls that nobody answered' }) tries: number
  @ApiProperty({ format: 'date-time', description: 'From when on it can be made; once over, when that was' })
  availableAt: string
  @ApiProperty({ description: 'Its time has come' }) isAvailable: boolean
  @ApiProperty({ type: String, nullable: true, description: 'Who is on the phone' })
  claimedByName: string | null
  @ApiProperty({ description: 'The reader is' }) isMine: boolean
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null
  @ApiProperty({ type: CalledRating, nullable: true }) rating: CalledRating | null
  @ApiProperty({ type: CalledAnswer, nullable: true }) answer: CalledAnswer | null
  @ApiProperty({ enum: ratingLevels, nullable: true, type: Number }) level: RatingLevel | null
  @ApiProperty({ type: Boolean, nullable: true }) isSolved: boolean | null
  @ApiProperty({ type: Boolean, nullable: true }) isAccepted: boolean | null
  @ApiProperty({ type: String, nullable: true }) words: string | null
}
export class CallBackPage {
  @ApiProperty({ type: [CallBackView] }) items: CallBackView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
