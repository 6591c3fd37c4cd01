import { Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, PageQuery, TogetherView } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { GrowingTopics } from './growing-topics.js'
import { GrowingTopicsQuery, GrowingTopicsView, TopicMemberPage, TopicPage } from './topic.dto.js'
import { Topics } from './topics.js'

@Controller('topics')
@ApiTags('supervision')
export class TopicController {
  constructor(
    private readonly topics: Topics,
    private readonly growing: GrowingTopics,
    private readonly acting: Acting,
  ) {}

  @Get()
  @Permit('needGroup.read')
  @ApiOkResponse({ type: TopicPage })
  page(@Query() { cursor }: PageQuery): Promise<TopicPage> {
    return this.topics.page(cursor)
  }

  @Get('growing')
  @Permit('scores.read')
  @ApiOkResponse({ type: GrowingTopicsView })
  growingOnes(
    @CurrentPerson() by: Person,
    @Query() { within }: GrowingTopicsQuery,
  ): Promise<GrowingTopicsView> {
    return this.growing.of(by, within)
  }

  @Get(':id/needs')
  @Permit('needGroup.read')
  @ApiOkResponse({ type: TopicMemberPage })
  members(@Param('id') id: string, @Query() { cursor }: PageQuery): Promise<TopicMemberPage> {
    return this.topics.members(id, cursor)
  }

  @Post(':id/acts/merge')
  @HttpCode(200)
  @Permit('needGroup.settle')
  @ApiOkResponse({ type: TogetherView })
  merge(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<TogetherView> {
    return this.acting.run({ by, key, request: ['mergeTopic', id] }, (tx) => this.topics.merge(tx, by, id))
  }
}
