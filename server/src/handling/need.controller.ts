import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Limited } from '../platform/rate-limit.js'
import { Open } from '../platform/open.js'
import { Acting } from './acting.js'
import { mayFollow, NeedActs, needNotFound } from './need-acts.service.js'
import {
  CorrectCategoryBody,
  DispatchBody,
  NeedPage,
  NeedView,
  PageQuery,
  ProgressQuery,
  ProgressView,
  RejectBody,
  ReopenBody,
} from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'

/** A need as its complainant sees it, and the acts on the whole need. */
@Controller()
@ApiTags('needs')
export class NeedController {
  constructor(
    private readonly acts: NeedActs,
    private readonly acting: Acting,
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
    const view = await this.views.own(person, id)
    reply.header('etag', etag(view.version))
    return view
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
    return this.run(person, key, ['withdraw', id], (tx) => this.acts.withdraw(tx, person, id))
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
    return this.run(person, key, ['reopen', id, body], (tx) => this.acts.reopen(tx, person, id, body))
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
    return this.run(person, key, ['correctCategory', id, categoryId], (tx) =>
      this.acts.correctCategory(tx, person, id, categoryId),
    )
  }

  @Post('needs/:id/acts/dispatch')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedView })
  dispatch(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: DispatchBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.run(person, key, ['dispatch', id, body], (tx) => this.acts.dispatch(tx, person, id, body))
  }

  @Post('needs/:id/acts/reject')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedView })
  reject(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: RejectBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.run(person, key, ['reject', id, body], (tx) => this.acts.reject(tx, person, id, body))
  }

  private run(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<Need>,
  ): Promise<NeedView> {
    return this.acting.run({ by, key, request }, async (tx) => {
      const need = await act(tx)
      return this.views.view(need, await this.store.events(need.id, tx), by, tx)
    })
  }
}

const etag = (version: number): string => `"${version}"`

/** A proxy that compresses marks the tag as weak: `W/"3"`. */
const isFresh = (seen: string | undefined, version: number): boolean =>
  seen?.replace(/^W\//, '') === etag(version)
