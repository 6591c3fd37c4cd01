import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import {
  ComplainantPhone,
  ComplaintCase,
  ComplaintOfNeed,
  ComplaintPage,
  ComplaintQuery,
  ComplaintView,
  ComplaintWordsBody,
  FileComplaintBody,
  RespondBody,
  RevealBody,
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
    @Body() { words }: FileComplaintBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['complain', id, words], (tx) => this.complaints.file(tx, by, id, words))
  }

  @Post('complaints/:id/acts/addWords')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView })
  addWords(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { words }: ComplaintWordsBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.own(by, key, ['addWords', id, words], (tx) => this.complaints.addWords(tx, by, id, words))
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
  async respond(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { how, note }: RespondBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintCase> {
    const request = ['respond', id, how, note]
    return this.acting.run({ by, key, request }, async (tx) =>
      this.views.caseOf(await this.complaints.respond(tx, by, id, how, note), by),
    )
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
}
