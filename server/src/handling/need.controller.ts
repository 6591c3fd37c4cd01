import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { Open } from '../platform/open.js'
import { mayFollow } from './capacities.js'
import { needNotFound } from './loading.js'
import { NeedActing } from './need-acting.js'
import { NeedActs } from './need-acts.service.js'
import {
  CorrectCategoryBody,
  NeedPage,
  NeedView,
  PageQuery,
  ProgressQuery,
  ProgressView,
  ReopenBody,
  SaidBody,
} from './need.dto.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'
import { Supplementing } from './supplementing.service.js'

/** A need as its complainant sees it, and the complainant's acts. */
@Controller()
@ApiTags('needs')
export class NeedController {
  constructor(
    private readonly acts: NeedActs,
    private readonly supplementing: Supplementing,
    private readonly acting: NeedActing,
    private readonly views: NeedViews,
    private readonly store: NeedStore,
  ) {}

  @Get('needs/mine')
  @Permit('need.own')
  @ApiOkResponse({ type: NeedPage })
  mine(@CurrentPerson() person: Person, @Query() { cursor }: PageQuery): Promise<NeedPage> {
    return this.views.mine(person, cursor)
  }

  /** Asked every 1.5 seconds by an open page: an unchanged need costs one read by key and answers 304. */
  @Get('needs/:id')
  @Permit('need.own')
  @ApiHeader({ name: 'If-None-Match', required: false })
  @ApiOkResponse({ type: NeedView })
  async own(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('if-none-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView | undefined> {
    const current = await this.store.versionOf(id)
    if (!current || !mayFollow(person, current)) throw needNotFound()
    reply.header('cache-control', 'private, no-cache')
    if (isFresh(seen, current.version)) {
      reply.status(304).header('etag', etag(current.version))
      return undefined
    }
    // What has changed since is told the next time.
    reply.header('etag', etag(current.version))
    return this.views.own(person, id)
  }

  /** For those who have no account at hand: receipt number and the end of the phone number. */
  @Get('progress/:receiptNo')
  @Open()
  @Limited({ name: 'progress', points: 20, seconds: 600, by: 'address' })
  @ApiOkResponse({ type: ProgressView })
  progress(
    @Param('receiptNo') receiptNo: string,
    @Query() { phoneTail }: ProgressQuery,
  ): Promise<ProgressView> {
    return this.views.progress(receiptNo, phoneTail)
  }

  @Post('needs/:id/acts/withdraw')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  withdraw(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['withdraw', id], (tx) => this.acts.withdraw(tx, person, id))
  }

  @Post('needs/:id/acts/reopen')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  reopen(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: ReopenBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['reopen', id, body], (tx) =>
      this.acts.reopen(tx, person, id, { text: body.reason, attachmentIds: body.attachmentIds }),
    )
  }

  @Post('needs/:id/acts/correctCategory')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  correctCategory(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { categoryId }: CorrectCategoryBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['correctCategory', id, categoryId], (tx) =>
      this.acts.correctCategory(tx, person, id, categoryId),
    )
  }

  /** A rejected need goes to another dispatcher, once. */
  @Post('needs/:id/acts/appeal')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  appeal(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: SaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['appeal', id, body], (tx) => this.acts.appeal(tx, person, id, body))
  }

  /** The answer to a department's question. */
  @Post('needs/:id/acts/supply')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  supply(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: SaidBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['supply', id, body], (tx) =>
      this.supplementing.supply(tx, person, id, body),
    )
  }
}

const etag = (version: string): string => `"${version}"`

/** A proxy that compresses marks the tag as weak: `W/"3"`. */
const isFresh = (seen: string | undefined, version: string): boolean =>
  seen?.replace(/^W\//, '') === etag(version)
