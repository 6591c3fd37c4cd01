import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { ComplainantPhone, RevealBody } from '../feedback/index.js'
import { Acting } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { CallBackPage, CallBackQuery, CallBackView, ReportCallBody } from './call-back.dto.js'
import type { CallBack } from './call-back.entity.js'
import { CallBackViews } from './call-back.views.js'
import { CallBacks } from './call-backs.js'

/** 回访, for the supervision office. */
@Controller('call-backs')
@ApiTags('call-backs')
export class CallBackController {
  constructor(
    private readonly callBacks: CallBacks,
    private readonly views: CallBackViews,
    private readonly acting: Acting,
  ) {}

  @Get()
  @Permit('callBack.make')
  @ApiOkResponse({ type: CallBackPage })
  page(@CurrentPerson() by: Person, @Query() query: CallBackQuery): Promise<CallBackPage> {
    return this.views.page(by, query)
  }

  @Post(':id/acts/claim')
  @HttpCode(200)
  @Permit('callBack.make')
  @ApiOkResponse({ type: CallBackView })
  claim(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<CallBackView> {
    return this.run(by, key, ['claimCall', id], (tx) => this.callBacks.claim(tx, by, id))
  }

  @Post(':id/acts/release')
  @HttpCode(200)
  @Permit('callBack.make')
  @ApiOkResponse({ type: CallBackView })
  release(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<CallBackView> {
    return this.run(by, key, ['releaseCall', id], (tx) => this.callBacks.release(tx, by, id))
  }

  @Post(':id/acts/report')
  @HttpCode(200)
  @Permit('callBack.make')
  @ApiOkResponse({ type: CallBackView })
  report(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: ReportCallBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<CallBackView> {
    return this.run(by, key, ['reportCall', id, body], (tx) => this.callBacks.report(tx, by, id, body))
  }

  @Post(':id/contact-phone')
  @HttpCode(200)
  @Permit('callBack.make')
  @ApiOkResponse({ type: ComplainantPhone })
  contactPhone(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { reason }: RevealBody,
  ): Promise<ComplainantPhone> {
    return this.views.contactPhone(by, id, reason)
  }

  private run(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<CallBack>,
  ): Promise<CallBackView> {
    return this.acting.run({ by, key, request }, async (tx) => this.views.view(await act(tx), by))
  }
}
