import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { AcceptedBody, NoticePage, SubscriptionList } from './notices.dto.js'
import { Notices } from './notices.js'
import { MessagePageQuery } from './outbox.dto.js'
import { Subscriptions } from './subscriptions.js'

@ApiTags('notices')
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Get('notices')
  @Permit('person.self')
  @ApiOkResponse({ type: NoticePage })
  page(@CurrentPerson() { id }: Person, @Query() { cursor }: MessagePageQuery): Promise<NoticePage> {
    return this.notices.page(id, cursor)
  }

  /** All of one's own: the list was seen. */
  @Post('notices/read')
  @Permit('person.self')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async readAll(@CurrentPerson() { id }: Person): Promise<void> {
    await this.notices.readAll(id)
  }

  @Post('notices/:id/read')
  @Permit('person.self')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async read(@CurrentPerson() person: Person, @Param('id') id: string): Promise<void> {
    await this.notices.read(person.id, id)
  }

  /** Which templates to ask for after a need was filed or rated. */
  @Get('subscriptions')
  @Permit('subscription.own')
  @ApiOkResponse({ type: SubscriptionList })
  list(@CurrentPerson() { id }: Person): Promise<SubscriptionList> {
    return this.subscriptions.list(id)
  }

  @Post('subscriptions')
  @Permit('subscription.own')
  @Limited({ name: 'subscription', points: 60, seconds: 600, by: 'person' })
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: SubscriptionList })
  accept(@CurrentPerson() { id }: Person, @Body() { accepted }: AcceptedBody): Promise<SubscriptionList> {
    return this.subscriptions.accept(id, accepted)
  }
}
