import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { FollowUpBody, FollowUpOfNeed, FollowUpView } from './follow-up.dto.js'
import { FollowUps } from './follow-up.service.js'

@Controller('needs')
@ApiTags('needs')
export class FollowUpController {
  constructor(
    private readonly followUps: FollowUps,
    private readonly acting: Acting,
  ) {}

  @Get(':id/follow-up')
  @Permit('need.own')
  @ApiOkResponse({ type: FollowUpOfNeed })
  async ofNeed(@CurrentPerson() by: Person, @Param('id') id: string): Promise<FollowUpOfNeed> {
    return { followUp: await this.followUps.ofNeed(by, id) }
  }

  @Post(':id/follow-up')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: FollowUpView })
  say(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { holds }: FollowUpBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<FollowUpView> {
    return this.acting.run({ by, key, request: ['followUp', id, holds] }, (tx) =>
      this.followUps.say(tx, by, id, holds),
    )
  }
}
