import {
  answerResults,
  type AspectLevels,
  type AnswerResult,
  assistingMax,
  attachmentsMax,
  type DangerKind,
  dangerKinds,
  mergeMax,
  type NeedAct,
  type NeedState,
  needStates,
  needActs,
  rejectExplanationMin,
  type RejectReason,
  rejectReasons,
  type RatingLevel,
  ratingLevels,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { applyDecorators } from '@nestjs/common'
import { Transform } from 'class-transformer'
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Matches } from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { idPattern } from '../platform/database/index.js'
import { IsDay } from '../platform/dates.js'
import { MaxLength, OptionalWords, RuledWords, Words } from '../platform/words.js'

export const needActNames = [...new Set(needActs.map(({ act }) => act))]

const Aspect = () =>
  applyDecorators(
    ApiPropertyOptional({ enum: ratingLevels }),
    IsOptional(),
    IsIn(ratingLevels, { message: '请点一个表情' }),
  )

export class NamedView {
  @ApiProperty() id: string
  @ApiProperty() name: string
}
export class NeedCategoryView extends NamedView {
  @ApiProperty() fieldName: string
}
export class NeedAreaView extends NamedView {
  @ApiProperty({ type: String, nullable: true }) streetName: string | null
}
export class TimelineEntry {
  @ApiProperty({ format: 'date-time' }) at: string
  @ApiProperty() title: string
  @ApiProperty({ type: String, nullable: true }) detail: string | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ enum: ['done', 'now'] }) kind: 'done' | 'now'
}
export class AnswerView {
  @ApiProperty() text: string
  @ApiProperty({ enum: answerResults, enumName: 'AnswerResult' }) result: AnswerResult
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ format: 'date-time' }) at: string
  @ApiProperty() departmentName: string
}
/** What was judged besides the whole. */
export class AspectLevelsDto implements AspectLevels {
  @Aspect() speed?: RatingLevel
  @Aspect() effect?: RatingLevel
  @Aspect() manner?: RatingLevel
  @Aspect() reply?: RatingLevel
}
export class RatingView {
  @ApiProperty({ enum: ratingLevels }) level: RatingLevel
  @ApiProperty({ type: Boolean, nullable: true }) solved: boolean | null
  @ApiProperty({ type: AspectLevelsDto }) aspects: AspectLevelsDto
  @ApiProperty({ type: [String] }) tags: string[]
  @ApiProperty({ type: String, nullable: true }) words: string | null
}

class ProgressBase {
  @ApiProperty({ example: 'MS20261121-0042-7' }) receiptNo: string
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) state: NeedState
  @ApiProperty({ description: 'The state in the words of residents' }) stateWords: string
  @ApiProperty({ type: NamedView, nullable: true }) department: NamedView | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null
  @ApiProperty({ description: 'The due time depends on a calendar that is not loaded yet' })
  dueProvisional: boolean
  @ApiProperty() isOverdue: boolean
  @ApiProperty({ description: 'Ended by two supervisors, not solved' }) isUnsolved: boolean
  @ApiProperty({ format: 'date-time' }) submittedAt: string
}
export class ProgressView extends ProgressBase {
  @ApiProperty({ type: [TimelineEntry] }) timeline: TimelineEntry[]
  @ApiProperty({ description: 'What comes next, in plain words' }) next: string
  @ApiProperty({ description: 'What the state would allow, an appeal or a reopening, is over' })
  isTooLate: boolean
}
export class NeedSummary extends ProgressBase {
  @ApiProperty() id: string
  @ApiProperty() title: string
  @ApiProperty() awaitsRating: boolean
  @ApiProperty() attachmentsCount: number
}
export class ReminderView {
  @ApiProperty({ type: 'integer', description: 'How often the resident has chased' }) count: number
  @ApiProperty({ description: 'Whether to chase is open now' }) isDue: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it is open again' })
  againAt: string | null
}
export class QuestionView {
  @ApiProperty() text: string
  @ApiProperty() departmentName: string
  @ApiProperty({ format: 'date-time' }) askedAt: string
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From then on the department goes on with what it has',
  })
  until: string | null
}
export class PlanView {
  @ApiProperty({ description: 'What is going to be done' }) text: string
  @ApiProperty() owner: string
  @ApiProperty({ format: 'date' }) publicAt: string
}
export class MasterView {
  @ApiProperty({ type: String, nullable: true }) categoryName: string | null
  @ApiProperty() areaName: string
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) state: NeedState
  @ApiProperty({ description: 'The state in the words of residents' }) stateWords: string
  @ApiProperty({ type: NamedView, nullable: true }) department: NamedView | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null
  @ApiProperty() isOverdue: boolean
  @ApiProperty({ type: [TimelineEntry], description: 'What departments did, nothing of the complainant' })
  timeline: TimelineEntry[]
}
export class NeedView extends NeedSummary {
  @ApiProperty() text: string
  @ApiProperty({ type: NeedCategoryView, nullable: true }) category: NeedCategoryView | null
  @ApiProperty() categoryCorrectable: boolean
  @ApiProperty({ type: NeedAreaView, nullable: true }) area: NeedAreaView | null
  @ApiProperty({ type: String, nullable: true }) address: string | null
  @ApiProperty() anonymous: boolean
  @ApiProperty({ type: String, nullable: true }) contactPhoneMasked: string | null
  @ApiProperty() round: number
  @ApiProperty({ enum: dangerKinds, enumName: 'DangerKind', isArray: true }) danger: DangerKind[]
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ type: [TimelineEntry] }) timeline: TimelineEntry[]
  @ApiProperty({ description: 'What comes next, in plain words' }) next: string
  @ApiProperty({ description: 'What the state would allow, an appeal or a reopening, is over' })
  isTooLate: boolean
  @ApiProperty({ type: AnswerView, nullable: true }) answer: AnswerView | null
  @ApiProperty({ type: RatingView, nullable: true }) rating: RatingView | null
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From when on the rating cannot be changed any more; only words can be added',
  })
  ratingFixedAt: string | null
  @ApiProperty({ enum: needActNames, enumName: 'NeedAct', isArray: true }) allowedActs: NeedAct[]
  @ApiProperty({ type: ReminderView }) reminder: ReminderView
  @ApiProperty({ type: QuestionView, nullable: true, description: 'While it waits for the complainant' })
  question: QuestionView | null
  @ApiProperty({ type: PlanView, nullable: true, description: 'While it is planned' }) plan: PlanView | null
  @ApiProperty({ type: MasterView, nullable: true, description: 'While it follows another need' })
  master: MasterView | null
  @ApiProperty() version: number
}
export class NeedPage {
  @ApiProperty({ type: [NeedSummary] }) items: NeedSummary[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class GuessView {
  @ApiProperty({ type: NeedCategoryView }) category: NeedCategoryView
  @ApiProperty({ type: NamedView, nullable: true }) department: NamedView | null
  @ApiProperty({ description: '0–1' }) confidence: number
  @ApiProperty({ description: 'The department is the one whose code had been scanned' }) isScanned: boolean
}
export class TriageView {
  @ApiProperty({ description: "The need's id" }) id: string
  @ApiProperty({ enum: ['need', 'return'] }) kind: 'need' | 'return'
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty() text: string
  @ApiProperty() areaName: string
  @ApiProperty({ format: 'date-time' }) submittedAt: string
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dispatchDueAt: string | null
  @ApiProperty({ enum: dangerKinds, enumName: 'DangerKind', isArray: true }) danger: DangerKind[]
  @ApiProperty({ description: '绿色通道: of a household with a mark for special care, which is not said' })
  greenChannel: boolean
  @ApiProperty({ type: [GuessView] }) guesses: GuessView[]
  @ApiProperty({ type: NamedView, nullable: true, description: 'Whose code the resident had scanned' })
  scanned: NamedView | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty({ type: String, nullable: true }) workOrderId: string | null
  @ApiProperty({ type: NamedView, nullable: true, description: 'Who wants to return it' })
  department: NamedView | null
  @ApiProperty({ type: String, nullable: true }) returnReason: string | null
  @ApiProperty({ type: String, nullable: true }) legalBasis: string | null
  @ApiProperty({ type: NamedView, nullable: true }) suggestedDepartment: NamedView | null
  @ApiProperty({ description: 'The need cannot be returned again, whatever is decided' })
  isLastReturn: boolean
}
export class TriagePage {
  @ApiProperty({ type: [TriageView] }) items: TriageView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

/** Each once; a `null`, which is how some clients send "none", as nothing. */
const distinct = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value) ? [...new Set<unknown>(value)] : (value ?? undefined)

/** Marks a list of attachments of a body. */
export const AttachmentIds = (): PropertyDecorator => (target, property) => {
  Transform(distinct)(target, property)
  ApiPropertyOptional({ type: [String], maxItems: attachmentsMax })(target, property)
  IsOptional()(target, property)
  IsArray({ message: '附件列表的格式不对' })(target, property)
  ArrayMaxSize(attachmentsMax, { message: `照片、录音和视频最多 ${attachmentsMax} 个` })(target, property)
  Matches(idPattern, { each: true, message: '附件编号不对，请重新上传' })(target, property)
}
/** Marks an id of a body. */
export const IdOf =
  (what: string): PropertyDecorator =>
  (target, property) => {
    ApiProperty({ type: String })(target, property)
    Matches(idPattern, { message: `请选择${what}` })(target, property)
  }

/** Marks a list of ids of a body, each once. How many they may be, the rule says. */
export const IdsOf =
  (what: string, most: number): PropertyDecorator =>
  (target, property) => {
    Transform(distinct)(target, property)
    ApiProperty({ type: [String], maxItems: most })(target, property)
    IsArray({ message: `请选择${what}` })(target, property)
    ArrayNotEmpty({ message: `请选择${what}` })(target, property)
    ArrayMaxSize(most, { message: `${what}一次最多 ${most} 个` })(target, property)
    Matches(idPattern, { each: true, message: `请重新选择${what}` })(target, property)
  }

export class ReopenBody {
  @OptionalWords({ max: 500, message: '最多 500 个字' })
  reason?: string

  @AttachmentIds()
  attachmentIds?: string[]
}
/** Words and files that a complainant adds. */
export class SaidBody {
  @OptionalWords({ max: 500, message: '最多 500 个字' })
  text?: string

  @AttachmentIds()
  attachmentIds?: string[]
}
export class AskBody {
  @Words({ min: 5, max: 500, message: '请写清要诉求人补充什么（5 到 500 个字）' })
  question: string
}
export class PlanBody {
  @RuledWords({
    min: 5,
    max: 1000,
    message: '请写清打算怎么办（5 到 1000 个字）',
    description: 'What is going to be done',
  })
  text: string

  @RuledWords({
    min: 2,
    max: 60,
    message: '请写明由谁负责（2 到 60 个字）',
    description: 'Who answers for it, as the public reads it',
  })
  owner: string

  @ApiProperty({ format: 'date', example: '2027-06-30' })
  @IsDay('请选择预计日期')
  publicAt: string
}
export class ConcludeBody {
  @Words({ min: 10, max: 500, message: '请写清为什么到此办结（10 到 500 个字）' })
  reason: string
}
export class MergeBody {
  @IdsOf('要并入的诉求', mergeMax)
  needIds: string[]
}
/** A whole group that was merged. */
export class TogetherView {
  @ApiProperty({ description: 'The need that the others follow from now on' }) masterId: string
  @ApiProperty({ type: 'integer' }) merged: number
}
export class CorrectCategoryBody {
  @IdOf('事项分类')
  categoryId: string
}
export class DispatchBody {
  @IdOf('事项分类')
  categoryId: string

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(idPattern, { message: '请选择承办单位' })
  departmentId?: string

  @ApiPropertyOptional({ type: [String], maxItems: assistingMax, description: 'Departments that assist' })
  @IsOptional()
  @IsArray({ message: '请选择协办单位' })
  @ArrayMaxSize(50, { message: '协办单位太多' })
  @Matches(idPattern, { each: true, message: '请重新选择协办单位' })
  assistingIds?: string[]
}
export class RejectBody {
  @ApiProperty({ enum: rejectReasons, enumName: 'RejectReason' })
  @IsIn(rejectReasons, { message: '请从清单里选一个理由' })
  reason: RejectReason

  @RuledWords({
    min: rejectExplanationMin,
    max: 500,
    message: `请写清理由，不少于 ${rejectExplanationMin} 个字`,
  })
  explanation: string
}
export class PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string
}
export class ProgressQuery {
  @ApiProperty({ description: 'Last four digits of the phone that was given as contact' })
  @Matches(/^\d{4}$/, { message: '请填联系电话的后四位数字' })
  phoneTail: string
}
