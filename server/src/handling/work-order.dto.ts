import {
  answerResults,
  type AnswerResult,
  answerTextMin,
  assistingMax,
  contactWays,
  type ContactWay,
  extensionMax,
  type Light,
  type NeedAct,
  type NeedState,
  needStates,
  urgencies,
  type Urgency,
  waiverMin,
  workOrderActs,
  type WorkOrderAct,
  workOrderStates,
  type WorkOrderState,
} from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  Matches,
} from 'class-validator'
import { AttachmentView } from '../attachments/index.js'
import { idPattern } from '../platform/database/index.js'
import { OptionalWords, RuledWords, Words } from '../platform/words.js'
import {
  AnswerView,
  AttachmentIds,
  IdOf,
  NamedView,
  needActNames,
  PageQuery,
  PlanView,
  QuestionView,
  RatingView,
} from './need.dto.js'

export const workOrderActNames = [...new Set(workOrderActs.map(({ act }) => act))]
export const dueFilters = ['overdue', 'soon', 'later'] as const
export type DueFilter = (typeof dueFilters)[number]

export class WorkOrderSummary {
  @ApiProperty() id: string
  @ApiProperty() needId: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
  @ApiProperty({ enum: workOrderStates, enumName: 'WorkOrderState' }) state: WorkOrderState
  @ApiProperty({ enum: ['lead', 'assist'] }) role: 'lead' | 'assist'
  @ApiProperty() round: number
  @ApiProperty({ type: NamedView }) department: NamedView
  @ApiProperty() categoryName: string
  @ApiProperty() areaName: string
  @ApiProperty({ enum: urgencies, enumName: 'Urgency' }) urgency: Urgency
  @ApiProperty({ description: '绿色通道: of a household with a mark for special care, which is not said' })
  greenChannel: boolean
  @ApiProperty({ format: 'date-time' }) dueAt: string
  @ApiProperty() isOverdue: boolean
  @ApiProperty({ enum: ['green', 'yellow', 'red'], enumName: 'Light' }) light: Light
  @ApiProperty({ format: 'date-time' }) dispatchedAt: string
  @ApiProperty() attachmentsCount: number
  @ApiProperty({ type: 'integer', description: 'How often the resident has chased' }) remindersCount: number
}
export class WorkOrderPage {
  @ApiProperty({ type: [WorkOrderSummary] }) items: WorkOrderSummary[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class ExtensionView {
  @ApiProperty() workdays: number
  @ApiProperty() reason: string
  @ApiProperty({ format: 'date-time' }) askedAt: string
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the order is due with it, also while it is not decided',
  })
  until: string | null
  @ApiProperty({ type: Boolean, nullable: true, description: 'Null while a supervisor has not decided' })
  isGranted: boolean | null
  @ApiProperty({ type: String, nullable: true }) note: string | null
}
export class ExtensionItem extends WorkOrderSummary {
  @ApiProperty({ type: ExtensionView, nullable: true }) extension: ExtensionView | null
}
export class ExtensionPage {
  @ApiProperty({ type: [ExtensionItem] }) items: ExtensionItem[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
export class WorkOrderCounts {
  @ApiProperty({ description: 'Each count stops at 1000' }) pending: number
  @ApiProperty() working: number
  @ApiProperty() reviewing: number
  @ApiProperty() returning: number
  @ApiProperty() overdue: number
}
export class DeskEvent {
  @ApiProperty({ format: 'date-time' }) at: string
  @ApiProperty() words: string
  @ApiProperty({ type: String, nullable: true }) byName: string | null
  @ApiProperty({ type: String, nullable: true }) detail: string | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
}
export class PlaceView {
  @ApiProperty({ description: 'GCJ-02' }) latitude: number
  @ApiProperty({ description: 'GCJ-02' }) longitude: number
}
export class MaskedContact {
  @ApiProperty({ type: String, nullable: true }) nameMasked: string | null
  @ApiProperty({ type: String, nullable: true }) phoneMasked: string | null
}
export class ReturnRequestView {
  @ApiProperty() reason: string
  @ApiProperty() legalBasis: string
  @ApiProperty({ type: NamedView }) suggestedDepartment: NamedView
  @ApiProperty({ description: 'The need cannot be returned again, whatever is decided' }) isLast: boolean
}
export class DeskAnswerView extends AnswerView {
  @ApiProperty({ type: String, nullable: true, description: 'When and where the photos were taken' })
  evidenceNote: string | null
}
export class OtherOrder extends WorkOrderSummary {
  @ApiProperty({ type: DeskAnswerView, nullable: true }) answer: DeskAnswerView | null
}
export class SignatureView {
  @ApiProperty({ type: String, nullable: true }) byName: string | null
  @ApiProperty({ format: 'date-time' }) at: string
  @ApiProperty() reason: string
}
export class DeskMasterView {
  @ApiProperty() needId: string
  @ApiProperty() receiptNo: string
  @ApiProperty() title: string
}
export class ClosedOrderAct {
  @ApiProperty({ enum: workOrderActNames, enumName: 'WorkOrderAct' }) act: WorkOrderAct
  @ApiProperty({ description: 'Why it is refused now, in plain words' }) why: string
}
export class ClosedNeedAct {
  @ApiProperty({ enum: needActNames, enumName: 'NeedAct' }) act: NeedAct
  @ApiProperty({ description: 'Why it is refused now, in plain words' }) why: string
}
export class WorkOrderView extends WorkOrderSummary {
  @ApiProperty() text: string
  @ApiProperty({ type: String, nullable: true }) address: string | null
  @ApiProperty({ type: PlaceView, nullable: true }) place: PlaceView | null
  @ApiProperty({ type: [AttachmentView] }) attachments: AttachmentView[]
  @ApiProperty() anonymous: boolean
  @ApiProperty({ type: MaskedContact, nullable: true }) contact: MaskedContact | null
  @ApiProperty({ format: 'date-time' }) acceptDueAt: string
  @ApiProperty({ format: 'date-time' }) contactDueAt: string
  @ApiProperty() dueProvisional: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt: string | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) contactedAt: string | null
  @ApiProperty() evidenceRequired: boolean
  @ApiProperty({ type: [DeskEvent] }) events: DeskEvent[]
  @ApiProperty({ type: DeskAnswerView, nullable: true }) answer: DeskAnswerView | null
  @ApiProperty({ type: RatingView, nullable: true }) previousRating: RatingView | null
  @ApiProperty({ enum: workOrderActNames, enumName: 'WorkOrderAct', isArray: true })
  allowedActs: WorkOrderAct[]
  @ApiProperty({
    type: [ClosedOrderAct],
    description: 'What state and person would allow, and a rule does not',
  })
  closedActs: ClosedOrderAct[]
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) needState: NeedState
  @ApiProperty({
    enum: needActNames,
    enumName: 'NeedAct',
    isArray: true,
    description: 'What the reader may do with the whole need',
  })
  needActs: NeedAct[]
  @ApiProperty({ type: [ClosedNeedAct] }) closedNeedActs: ClosedNeedAct[]
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The due time that was promised first, when it has been moved',
  })
  firstDueAt: string | null
  @ApiProperty({ type: ExtensionView, nullable: true }) extension: ExtensionView | null
  @ApiProperty({
    type: [String],
    description:
      'When it would be due with one workday more, with two, and so on; where an extension is open',
  })
  extensionDues: string[]
  @ApiProperty({ type: [OtherOrder], description: 'The other orders of this round' }) others: OtherOrder[]
  @ApiProperty({ type: QuestionView, nullable: true, description: 'While it waits for the complainant' })
  question: QuestionView | null
  @ApiProperty({ type: PlanView, nullable: true, description: 'While it is planned' }) plan: PlanView | null
  @ApiProperty({ type: DeskMasterView, nullable: true, description: 'While it follows another need' })
  master: DeskMasterView | null
  @ApiProperty({ type: SignatureView, nullable: true, description: 'Who has signed the conclusion first' })
  signature: SignatureView | null
  @ApiProperty() version: number
  @ApiProperty({ type: ReturnRequestView, nullable: true }) returnRequest: ReturnRequestView | null
}
export class UnmaskedContact {
  @ApiProperty({ type: String, nullable: true }) phone: string | null
  @ApiProperty({ type: String, nullable: true }) name: string | null
}

export class WorkOrderQuery extends PageQuery {
  @ApiPropertyOptional({ enum: workOrderStates, enumName: 'WorkOrderState' })
  @IsOptional()
  @IsIn(workOrderStates, { message: '没有这种状态' })
  state?: WorkOrderState

  @ApiPropertyOptional({ description: 'A street or a community' })
  @IsOptional()
  @Matches(idPattern, { message: '没有这个区域' })
  areaId?: string

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(idPattern, { message: '没有这个分类' })
  categoryId?: string

  @ApiPropertyOptional({ description: 'For dispatchers and supervisors; others see their own department' })
  @IsOptional()
  @Matches(idPattern, { message: '没有这个单位' })
  departmentId?: string

  @ApiPropertyOptional({ enum: dueFilters, enumName: 'DueFilter' })
  @IsOptional()
  @IsIn(dueFilters, { message: '没有这种时限' })
  due?: DueFilter

  @OptionalWords({
    max: 40,
    message: '受理编号太长',
    description: 'A receipt number, whole or its beginning',
  })
  q?: string
}
export class ContactBody {
  @ApiProperty({ enum: contactWays, enumName: 'ContactWay' })
  @IsIn(contactWays, { message: '请选择联系方式' })
  how: ContactWay

  @Words({ min: 2, max: 500, message: '请写一句联系的情况（2 到 500 个字）' })
  note: string
}
export class AnswerBody {
  @RuledWords({
    min: answerTextMin,
    max: 2000,
    message: `答复为 ${answerTextMin} 到 2000 个字，请写清做了什么、结果怎样`,
  })
  text: string

  @ApiProperty({ enum: answerResults, enumName: 'AnswerResult' })
  @IsIn(answerResults, { message: '请选择办理结果' })
  result: AnswerResult

  @AttachmentIds()
  attachmentIds?: string[]

  @OptionalWords({
    max: 200,
    message: '照片说明最多 200 个字',
    description:
      'When and where the photos were taken, where no photo says both and the category asks for it',
  })
  evidenceNote?: string
}
export class ReturnBody {
  @Words({ min: 5, max: 500, message: '请写清退单理由（5 到 500 个字）' })
  reason: string

  @Words({ min: 2, max: 200, message: '请写明职责依据（2 到 200 个字）' })
  legalBasis: string

  @IdOf('建议的承办单位')
  suggestedDepartmentId: string
}
export class DecideReturnBody {
  @IdOf('承办单位')
  departmentId: string

  @Words({ min: 2, max: 500, message: '请写一句裁决的理由' })
  note: string
}
export class ApproveBody {
  @OptionalWords({ max: 500, message: '最多 500 个字' })
  note?: string
}
export class SendBackBody {
  @Words({ min: 2, max: 500, message: '请写清要改什么（2 到 500 个字）' })
  reason: string
}
export class AssistBody {
  @ApiProperty({ type: [String], maxItems: assistingMax })
  @IsArray({ message: '请选择协办单位' })
  @ArrayNotEmpty({ message: '请选择协办单位' })
  @ArrayMaxSize(50, { message: '协办单位太多' })
  @Matches(idPattern, { each: true, message: '请重新选择协办单位' })
  departmentIds: string[]

  @Words({ min: 2, max: 500, message: '请写清请他们协办什么（2 到 500 个字）' })
  reason: string
}
export class WaiveBody {
  @RuledWords({ min: waiverMin, max: 500, message: `请写明为什么不再需要协办，不少于 ${waiverMin} 个字` })
  reason: string
}
export class ExtendBody {
  @ApiProperty({ minimum: 1, maximum: extensionMax })
  @IsNumber({}, { message: `延期为 1 到 ${extensionMax} 个工作日` })
  workdays: number

  @Words({ min: 5, max: 500, message: '请写清为什么要延期（5 到 500 个字）' })
  reason: string
}
export class DecideExtensionBody {
  @ApiProperty()
  @IsBoolean({ message: '请选择同意或不同意' })
  isGranted: boolean

  @Words({ min: 2, max: 500, message: '请写一句理由（2 到 500 个字）' })
  note: string
}
export class ContactPhoneBody {
  @Words({ min: 2, max: 200, message: '请写一句为什么要看电话（会留下记录）' })
  reason: string
}
