import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting } from '../handling/index.js'
import { CurrentPerson, Departments, Permit, type Person, StaffDirectory } from '../people/index.js'
import { pageOf, type Tx } from '../platform/database/index.js'
import { ExclusionPage, ExclusionQuery, ExclusionView, ProposeExclusionBody } from './exclusion.dto.js'
import type { Exclusion } from './exclusion.entity.js'
import { Exclusions } from './exclusions.js'

/** What is taken out of the three rates, by two persons. */
@Controller('scores/exclusions')
@ApiTags('scores')
export class ExclusionController {
  constructor(
    private readonly exclusions: Exclusions,
    private readonly acting: Acting,
    private readonly departments: Departments,
    private readonly staff: StaffDirectory,
  ) {}

  @Get()
  @Permit('scores.exclude')
  @ApiOkResponse({ type: ExclusionPage })
  async page(
    @CurrentPerson() by: Person,
    @Query() { state = 'proposed', cursor }: ExclusionQuery,
  ): Promise<ExclusionPage> {
    const { items, nextCursor } = pageOf(
      await this.exclusions.page(by, state, cursor),
      ({ proposedAt, id }) => ({ at: proposedAt, id }),
      (row) => row,
    )
    return { items: await Promise.all(items.map((row) => this.view(row, by))), nextCursor }
  }

  @Post()
  @HttpCode(200)
  @Permit('scores.exclude')
  @ApiOkResponse({ type: ExclusionView })
  propose(
    @CurrentPerson() by: Person,
    @Body() { receiptNo, reason }: ProposeExclusionBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ExclusionView> {
    return this.run(by, key, ['proposeExclusion', receiptNo, reason], (tx) =>
      this.exclusions.propose(tx, by, receiptNo, reason),
    )
  }

  @Post(':id/acts/confirm')
  @HttpCode(200)
  @Permit('scores.exclude')
  @ApiOkResponse({ type: ExclusionView })
  confirm(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<ExclusionView> {
    return this.run(by, key, ['confirmExclusion', id], (tx) => this.exclusions.decide(tx, by, id, true))
  }

  @Post(':id/acts/decline')
  @HttpCode(200)
  @Permit('scores.exclude')
  @ApiOkResponse({ type: ExclusionView })
  decline(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<ExclusionView> {
    return this.run(by, key, ['declineExclusion', id], (tx) => this.exclusions.decide(tx, by, id, false))
  }

  private run(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<Exclusion>,
  ): Promise<ExclusionView> {
    return this.acting.run({ by, key, request }, async (tx) => this.view(await act(tx), by))
  }

  private async view(row: Exclusion, by: Person): Promise<ExclusionView> {
    const { id, needId, receiptNo, title, departmentId, state, reason, decidedById, decidedAt } = row
    const department = departmentId === null ? undefined : await this.departments.byId(departmentId)
    return {
      ...{ id, needId, receiptNo, title, state, reason },
      departmentName: department?.name ?? null,
      proposedBy: await this.staff.nameOf(row.proposedById),
      proposedAt: row.proposedAt.toISOString(),
      decidedBy: decidedById && (await this.staff.nameOf(decidedById)),
      decidedAt: decidedAt?.toISOString() ?? null,
      mayConfirm: state === 'proposed' && row.proposedById !== by.id,
    }
  }
}
