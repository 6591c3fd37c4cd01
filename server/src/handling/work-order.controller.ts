import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { WorkOrderActing } from './work-order-acting.js'
import { WorkOrderActs } from './work-order-acts.service.js'
import {
  AnswerBody,
  ApproveBody,
  ContactBody,
  ContactPhoneBody,
  DecideReturnBody,
  ReturnBody,
  SendBackBody,
  UnmaskedContact,
  WorkOrderCounts,
  WorkOrderPage,
  WorkOrderQuery,
  WorkOrderView,
} from './work-order.dto.js'
import { WorkOrderLists } from './work-order.lists.js'
import { WorkOrderViews } from './work-order.views.js'

/** A department's work queue and the acts on its orders. */
@Controller('work-orders')
@ApiTags('work orders')
export class WorkOrderController {
  constructor(
    private readonly acts: WorkOrderActs,
    private readonly acting: WorkOrderActing,
    private readonly lists: WorkOrderLists,
    private readonly views: WorkOrderViews,
  ) {}

  @Get()
  @Permit('workOrder.read')
  @ApiOkResponse({ type: WorkOrderPage })
  page(@CurrentPerson() person: Person, @Query() query: WorkOrderQuery): Promise<WorkOrderPage> {
    return this.lists.page(person, query)
  }

  @Get('counts')
  @Permit('workOrder.read')
  @ApiOkResponse({ type: WorkOrderCounts })
  counts(@CurrentPerson() person: Person): Promise<WorkOrderCounts> {
    return this.lists.counts(person)
  }

  @Get(':id')
  @Permit('workOrder.read')
  @ApiOkResponse({ type: WorkOrderView })
  one(@CurrentPerson() person: Person, @Param('id') id: string): Promise<WorkOrderView> {
    return this.views.one(person, id)
  }

  /** A POST because it leaves a trace: who read the phone, when and why. */
  @Post(':id/contact-phone')
  @HttpCode(200)
  @Permit('workOrder.contactPhone')
  @ApiOkResponse({ type: UnmaskedContact })
  contactPhone(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { reason }: ContactPhoneBody,
  ): Promise<UnmaskedContact> {
    return this.views.contactPhone(person, id, reason)
  }

  @Post(':id/acts/accept')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  accept(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['accept', id], (tx) => this.acts.accept(tx, person, id))
  }

  @Post(':id/acts/contact')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  contact(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: ContactBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['contact', id, body], (tx) =>
      this.acts.contact(tx, person, id, body.how, body.note),
    )
  }

  @Post(':id/acts/submitAnswer')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  submitAnswer(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { text, result, attachmentIds = [], evidenceNote }: AnswerBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    const answer = { text, result, attachmentIds, ...(evidenceNote && { evidenceNote }) }
    return this.acting.run(person, key, ['submitAnswer', id, answer], (tx) =>
      this.acts.submitAnswer(tx, person, id, answer),
    )
  }

  @Post(':id/acts/requestReturn')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  requestReturn(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { reason, legalBasis, suggestedDepartmentId }: ReturnBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    const request = { reason, legalBasis, suggestedDepartmentId }
    return this.acting.run(person, key, ['requestReturn', id, request], (tx) =>
      this.acts.requestReturn(tx, person, id, request),
    )
  }

  @Post(':id/acts/decideReturn')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: WorkOrderView })
  decideReturn(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { departmentId, note }: DecideReturnBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['decideReturn', id, departmentId, note], (tx) =>
      this.acts.decideReturn(tx, person, id, departmentId, note),
    )
  }

  @Post(':id/acts/approve')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  approve(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { note }: ApproveBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['approve', id, note], (tx) =>
      this.acts.approve(tx, person, id, note),
    )
  }

  @Post(':id/acts/sendBack')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  sendBack(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { reason }: SendBackBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['sendBack', id, reason], (tx) =>
      this.acts.sendBack(tx, person, id, reason),
    )
  }
}
