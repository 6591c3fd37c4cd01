import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, PageQuery } from '../handling/index.js'
import { CurrentPerson, Permit, type Person, Public } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Limited } from '../platform/rate-limit.js'
import {
  FeedbackBody,
  ListedSupervisionPage,
  SuperviseBody,
  SupervisionPage,
  SupervisionQuery,
  SupervisionView,
  WordsBody,
} from './supervision-order.dto.js'
import type { SupervisionOrder } from './supervision-order.entity.js'
import { SupervisionOrders } from './supervision-order.service.js'
import { SupervisionOrderViews } from './supervision-order.views.js'

/** Supervision orders: lists, one by hand, and the acts on them. */
@Controller('supervision-orders')
@ApiTags('supervision')
export class SupervisionOrderController {
  constructor(
    private readonly orders: SupervisionOrders,
    private readonly acting: Acting,
    private readonly views: SupervisionOrderViews,
  ) {}

  @Get()
  @Permit('supervision.read')
  @ApiOkResponse({ type: SupervisionPage })
  page(@CurrentPerson() person: Person, @Query() query: SupervisionQuery): Promise<SupervisionPage> {
    return this.views.page(person, query)
  }

  /** 挂牌督办, for everybody. */
  @Get('listed')
  @Public()
  @Limited({ name: 'listed', points: 120, seconds: 600, by: 'address' })
  @ApiOkResponse({ type: ListedSupervisionPage })
  listed(@Query() { cursor }: PageQuery): Promise<ListedSupervisionPage> {
    return this.views.listed(cursor)
  }

  @Get(':id')
  @Permit('supervision.read')
  @ApiOkResponse({ type: SupervisionView })
  one(@CurrentPerson() person: Person, @Param('id') id: string): Promise<SupervisionView> {
    return this.views.one(person, id)
  }

  @Post()
  @HttpCode(200)
  @Permit('supervision.issue')
  @ApiOkResponse({ type: SupervisionView })
  supervise(
    @CurrentPerson() person: Person,
    @Body() body: SuperviseBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionView> {
    return this.run(person, key, ['supervise', body], (tx) => this.orders.issue(tx, person, body))
  }

  @Post(':id/acts/takeUp')
  @HttpCode(200)
  @Permit('supervision.issue')
  @ApiOkResponse({ type: SupervisionView })
  takeUp(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionView> {
    return this.run(person, key, ['takeUp', id], (tx) => this.orders.act(tx, person, id, 'takeUp', null))
  }

  @Post(':id/acts/feedBack')
  @HttpCode(200)
  @Permit('supervision.read')
  @ApiOkResponse({ type: SupervisionView })
  feedBack(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { text }: FeedbackBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionView> {
    return this.run(person, key, ['feedBack', id, text], (tx) =>
      this.orders.act(tx, person, id, 'feedBack', text),
    )
  }

  @Post(':id/acts/askAgain')
  @HttpCode(200)
  @Permit('supervision.issue')
  @ApiOkResponse({ type: SupervisionView })
  askAgain(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { text }: WordsBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionView> {
    return this.run(person, key, ['askAgain', id, text], (tx) =>
      this.orders.act(tx, person, id, 'askAgain', text),
    )
  }

  @Post(':id/acts/settle')
  @HttpCode(200)
  @Permit('supervision.issue')
  @ApiOkResponse({ type: SupervisionView })
  settle(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { text }: WordsBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionView> {
    return this.run(person, key, ['settle', id, text], (tx) =>
      this.orders.act(tx, person, id, 'settle', text),
    )
  }

  @Post(':id/acts/revoke')
  @HttpCode(200)
  @Permit('supervision.issue')
  @ApiOkResponse({ type: SupervisionView })
  revoke(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { text }: WordsBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionView> {
    return this.run(person, key, ['revoke', id, text], (tx) =>
      this.orders.act(tx, person, id, 'revoke', text),
    )
  }

  private run(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<SupervisionOrder>,
  ): Promise<SupervisionView> {
    return this.acting.run({ by, key, request }, async (tx) => this.views.view(by, await act(tx), tx))
  }
}
