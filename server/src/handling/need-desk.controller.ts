import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Concluding } from './concluding.service.js'
import { Merging } from './merging.service.js'
import { NeedActing } from './need-acting.js'
import { NeedActs } from './need-acts.service.js'
import {
  AskBody,
  ConcludeBody,
  DispatchBody,
  MergeBody,
  NeedPage,
  NeedView,
  PageQuery,
  PlanBody,
  RejectBody,
} from './need.dto.js'
import { NeedViews } from './need.views.js'
import { Planning } from './planning.service.js'
import { Supplementing } from './supplementing.service.js'
import { WhyView } from './why.dto.js'
import { WhyViews } from './why.views.js'

/** The acts of the desk on a whole need. */
@Controller('needs')
@ApiTags('needs')
export class NeedDeskController {
  constructor(
    private readonly acts: NeedActs,
    private readonly merging: Merging,
    private readonly supplementing: Supplementing,
    private readonly planning: Planning,
    private readonly concluding: Concluding,
    private readonly acting: NeedActing,
    private readonly views: NeedViews,
    private readonly why: WhyViews,
  ) {}

  /** The needs that follow a master, the oldest first. */
  @Get(':id/merged')
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedPage })
  merged(@Param('id') id: string, @Query() { cursor }: PageQuery): Promise<NeedPage> {
    return this.views.merged(id, cursor)
  }

  /** Why it is where it is: what was guessed, which rule decided, what else was close. */
  @Get(':id/why')
  @Permit('routing.read')
  @ApiOkResponse({ type: WhyView })
  whyThere(@Param('id') id: string): Promise<WhyView> {
    return this.why.of(id)
  }

  @Post(':id/acts/dispatch')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedView })
  dispatch(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: DispatchBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['dispatch', id, body], (tx) =>
      this.acts.dispatch(tx, person, id, body),
    )
  }

  @Post(':id/acts/reject')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedView })
  reject(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: RejectBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['reject', id, body], (tx) => this.acts.reject(tx, person, id, body))
  }

  /** Needs about the same thing follow this one, the master. */
  @Post(':id/acts/merge')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedView })
  merge(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { needIds }: MergeBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['merge', id, needIds], (tx) =>
      this.merging.merge(tx, person, id, needIds),
    )
  }

  /** A merged need goes its own way again. */
  @Post(':id/acts/split')
  @HttpCode(200)
  @Permit('need.triage')
  @ApiOkResponse({ type: NeedView })
  split(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['split', id], (tx) => this.merging.split(tx, person, id))
  }

  @Post(':id/acts/ask')
  @HttpCode(200)
  @Permit('need.ask')
  @ApiOkResponse({ type: NeedView })
  ask(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { question }: AskBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['ask', id, question], (tx) =>
      this.supplementing.ask(tx, person, id, question),
    )
  }

  @Post(':id/acts/plan')
  @HttpCode(200)
  @Permit('need.supervise')
  @ApiOkResponse({ type: NeedView })
  plan(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: PlanBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['plan', id, body], (tx) => this.planning.plan(tx, person, id, body))
  }

  @Post(':id/acts/resume')
  @HttpCode(200)
  @Permit('need.supervise')
  @ApiOkResponse({ type: NeedView })
  resume(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['resume', id], (tx) => this.planning.resume(tx, person, id))
  }

  /** The first supervisor signs, a second one completes. */
  @Post(':id/acts/conclude')
  @HttpCode(200)
  @Permit('need.supervise')
  @ApiOkResponse({ type: NeedView })
  conclude(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { reason }: ConcludeBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run(person, key, ['conclude', id, reason], (tx) =>
      this.concluding.conclude(tx, person, id, reason),
    )
  }
}
