import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { EvidencePage, EvidenceQuery, EvidenceView, SendEvidenceBody } from './complaint-evidence.dto.js'
import { EvidenceRequests } from './complaint-evidence.service.js'

/** For the department that is accused: what it is asked, and what it sends. */
@Controller('complaint-evidence')
@ApiTags('complaints')
export class EvidenceController {
  constructor(
    private readonly requests: EvidenceRequests,
    private readonly acting: Acting,
  ) {}

  @Get()
  @Permit('complaint.evidence')
  @ApiOkResponse({ type: EvidencePage })
  page(@CurrentPerson() by: Person, @Query() query: EvidenceQuery): Promise<EvidencePage> {
    return this.requests.page(by, query)
  }

  @Post(':id/acts/send')
  @HttpCode(200)
  @Permit('complaint.evidence')
  @ApiOkResponse({ type: EvidenceView })
  send(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: SendEvidenceBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<EvidenceView> {
    return this.acting.run({ by, key, request: ['sendEvidence', id, body] }, (tx) =>
      this.requests.send(tx, by, id, body),
    )
  }
}
