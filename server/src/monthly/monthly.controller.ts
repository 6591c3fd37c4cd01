import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { ComplaintSaidBody, ComplaintView, ComplaintViews } from '../feedback/index.js'
import { Acting, PageQuery } from '../handling/index.js'
import { CurrentPerson, Permit, type Person, Public } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { MonthlyTopics } from './monthly-topics.js'
import {
  ChooseTopicBody,
  ChosenTopic,
  FinishTopicBody,
  MonthlyTopicPage,
  MonthQuery,
  TopicProposalsView,
} from './monthly.dto.js'

/** 每月一题. */
@Controller('monthly-topics')
@ApiTags('scores')
export class MonthlyController {
  constructor(
    private readonly topics: MonthlyTopics,
    private readonly complaintViews: ComplaintViews,
    private readonly acting: Acting,
  ) {}

  @Get()
  @Permit('scores.read')
  @ApiOkResponse({ type: MonthlyTopicPage })
  page(@Query() { cursor }: PageQuery): Promise<MonthlyTopicPage> {
    return this.topics.page(cursor)
  }

  /** For everybody: what the district has taken up, and what came of it. */
  @Get('public')
  @Public()
  @Limited({ name: 'disclosure', points: 600, seconds: 60, by: 'address' })
  @ApiOkResponse({ type: MonthlyTopicPage })
  published(@Query() { cursor }: PageQuery): Promise<MonthlyTopicPage> {
    return this.topics.page(cursor)
  }

  @Post(':id/complaint')
  @HttpCode(200)
  @Permit('complaint.own')
  @ApiOkResponse({ type: ComplaintView, description: 'While one is open, it is the same one' })
  complain(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() said: ComplaintSaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintView> {
    return this.acting.run({ by, key, request: ['complainOfProject', id, said] }, async (tx) =>
      this.complaintViews.view(await this.topics.complain(tx, by, id, said), by),
    )
  }

  @Get('proposals')
  @Permit('scores.read')
  @ApiOkResponse({ type: TopicProposalsView })
  async proposals(@Query() { month }: MonthQuery): Promise<TopicProposalsView> {
    return { items: await this.topics.proposals(month) }
  }

  @Post()
  @HttpCode(200)
  @Permit('monthlyTopic.choose')
  @ApiOkResponse({ type: ChosenTopic })
  choose(
    @CurrentPerson() by: Person,
    @Body() body: ChooseTopicBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ChosenTopic> {
    return this.acting.run({ by, key, request: ['chooseTopic', body] }, async (tx) => {
      const { id } = await this.topics.choose(tx, by, body)
      return { id }
    })
  }

  @Post(':id/acts/finish')
  @HttpCode(200)
  @Permit('monthlyTopic.choose')
  @ApiOkResponse({ type: ChosenTopic })
  finish(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { result }: FinishTopicBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ChosenTopic> {
    return this.acting.run({ by, key, request: ['finishTopic', id, result] }, async (tx) => {
      await this.topics.finish(tx, by, id, result)
      return { id }
    })
  }
}
