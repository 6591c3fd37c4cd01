import { Controller, Get, Headers, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, PageQuery, TogetherView } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { NeedGroupPage, RepeatedNeedPage } from './patterns.dto.js'
import { Patterns } from './patterns.js'

@Controller()
@ApiTags('supervision')
export class PatternsController {
  constructor(
    private readonly patterns: Patterns,
    private readonly acting: Acting,
  ) {}

  @Get('need-groups')
  @Permit('needGroup.read')
  @ApiOkResponse({ type: NeedGroupPage })
  groups(@Query() { cursor }: PageQuery): Promise<NeedGroupPage> {
    return this.patterns.groups(cursor)
  }

  @Post('need-groups/:id/acts/settle')
  @Permit('needGroup.settle')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async settle(@CurrentPerson() person: Person, @Param('id') id: string): Promise<void> {
    await this.patterns.settle(person, id)
  }

  /** The whole group, not only those that are shown. */
  @Post('need-groups/:id/acts/merge')
  @Permit('needGroup.settle')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: TogetherView })
  merge(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<TogetherView> {
    return this.acting.run({ by, key, request: ['mergeGroup', id] }, (tx) => this.patterns.merge(tx, by, id))
  }

  @Get('repeated-needs')
  @Permit('needGroup.read')
  @ApiOkResponse({ type: RepeatedNeedPage })
  repeated(@Query() { cursor }: PageQuery): Promise<RepeatedNeedPage> {
    return this.patterns.repeated(cursor)
  }
}
