import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, PageQuery } from '../handling/index.js'
import { CurrentPerson, Permit, type Person, Public } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Limited } from '../platform/rate-limit.js'
import { invalid } from '../platform/problem.js'
import {
  AnswerComplaintBody,
  ComplainantPhone,
  ComplaintCase,
  ComplaintOfNeed,
  ComplaintPage,
  ComplaintQuery,
  ComplaintSaidBody,
  ComplaintView,
  ExtendComplaintBody,
  InvestigateBody,
  OwnComplaintPage,
  PublicComplaintPage,
  RespondBody,
  RevealBody,
  VoidBody,
} from './complaint.dto.js'
import type { Complaint } from './complaint.entity.js'
import { Complaints } from './complaint.service.js'
import { ComplaintViews } from './complaint.views.js'

@Controller()
@ApiTags('complaints')
export class ComplaintController {
  constructor(
    private readonly complaints: Complaints,
    private readonly views: ComplaintViews,
    private readonly acting: Acting,
  ) {}

  @Get('needs/:id/complaint')
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintOfNeed })
  ofNeed(@CurrentPerson() by: Person, @Param('id') id: string): Promise<ComplaintOfNeed> {
    return this.views.ofNeed(by, id)
  }

  @Post('needs/:id/complaint')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView })
  file(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() said: ComplaintSaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['complain', id, said], (tx) => this.complaints.file(tx, by, id, said))
  }

  @Post('complaints')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView, description: 'About the service as such' })
  fileAboutService(
    @CurrentPerson() by: Person,
    @Body() said: ComplaintSaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['complainOfService', said], (tx) =>
      this.complaints.fileAboutService(tx, by, said),
    )
  }

  @Get('complaints/mine')
  @Permit('complaint.own')
  @ApiOkResponse({ type: OwnComplaintPage })
  mine(@CurrentPerson() by: Person, @Query() { cursor }: PageQuery): Promise<OwnComplaintPage> {
    return this.views.mine(by, cursor)
  }

  @Get('complaints/escalated')
  @Public()
  @Limited({ name: 'escalated', points: 120, seconds: 600, by: 'address' })
  @ApiOkResponse({ type: PublicComplaintPage })
  escalated(@Query() { cursor }: PageQuery): Promise<PublicComplaintPage> {
    return this.views.escalated(cursor)
  }

  @Post('complaints/:id/acts/addWords')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView })
  addWords(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() said: ComplaintSaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    if (!said.words?.trim() && !said.attachmentIds?.length) throw nothingSaid()
    return this.own(by, key, ['addWords', id, said], (tx) => this.complaints.addWords(tx, by, id, said))
  }

  @Post('complaints/:id/acts/confirm')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView })
  confirm(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['confirmComplaint', id], (tx) => this.complaints.confirm(tx, by, id))
  }

  @Post('complaints/:id/acts/refuse')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView })
  refuse(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() said: ComplaintSaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['refuseAnswer', id, said], (tx) => this.complaints.refuse(tx, by, id, said))
  }

  @Post('complaints/:id/acts/withdraw')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView })
  withdraw(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['withdrawComplaint', id], (tx) => this.complaints.withdraw(tx, by, id))
  }

  @Get('complaints')
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplaintPage })
  page(@CurrentPerson() by: Person, @Query() query: ComplaintQuery): Promise<ComplaintPage> {
    return this.views.page(by, query)
  }

  @Post('complaints/:id/acts/respond')
  @HttpCode(200)
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplaintCase })
  respond(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: RespondBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintCase> {
    return this.office(by, key, ['respond', id, body], (tx) =>
      this.complaints.respond(tx, by, id, body.how, body.note),
    )
  }

  @Post('complaints/:id/acts/investigate')
  @HttpCode(200)
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplaintCase })
  investigate(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: InvestigateBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintCase> {
    return this.office(by, key, ['investigate', id, body], (tx) =>
      this.complaints.investigate(tx, by, id, body),
    )
  }

  @Post('complaints/:id/acts/extend')
  @HttpCode(200)
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplaintCase })
  extend(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: ExtendComplaintBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintCase> {
    return this.office(by, key, ['extend', id, body], (tx) =>
      this.complaints.extend(tx, by, id, body.workdays, body.reason),
    )
  }

  @Post('complaints/:id/acts/answer')
  @HttpCode(200)
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplaintCase })
  answer(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: AnswerComplaintBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintCase> {
    return this.office(by, key, ['answer', id, body], (tx) => this.complaints.answer(tx, by, id, body))
  }

  @Post('complaints/:id/acts/void')
  @HttpCode(200)
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplaintCase })
  void(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: VoidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintCase> {
    return this.office(by, key, ['void', id, body], (tx) => this.complaints.void(tx, by, id, body.reason))
  }

  @Post('complaints/:id/contact-phone')
  @HttpCode(200)
  @Permit('complaint.handle')
  @ApiOkResponse({ type: ComplainantPhone })
  contactPhone(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { reason }: RevealBody,
  ): Promise<ComplainantPhone> {
    return this.views.contactPhone(by, id, reason)
  }

  private own(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<Complaint>,
  ): Promise<ComplaintView> {
    return this.acting.run({ by, key, request }, async (tx) => this.views.view(await act(tx), by))
  }

  private office(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<Complaint>,
  ): Promise<ComplaintCase> {
    return this.acting.run({ by, key, request }, async (tx) => this.views.caseOf(await act(tx), by))
  }
}

const nothingSaid = () => invalid([{ field: 'words', message: '请写一句哪里没办好，或附一张照片、一段录音' }])
