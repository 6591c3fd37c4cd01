import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Extending } from './extending.service.js'
import { PageQuery } from './need.dto.js'
import { WorkOrderActing } from './work-order-acting.js'
import { DecideExtensionBody, ExtendBody, ExtensionPage, WorkOrderView } from './work-order.dto.js'
import { WorkOrderLists } from './work-order.lists.js'

/** More time for an order: asked for by its handler, decided by a supervisor. */
@Controller('work-orders')
@ApiTags('work orders')
export class ExtendingController {
  constructor(
    private readonly extending: Extending,
    private readonly acting: WorkOrderActing,
    private readonly lists: WorkOrderLists,
  ) {}

  /** What waits for a supervisor's decision, the oldest first. */
  @Get('extensions')
  @Permit('need.supervise')
  @ApiOkResponse({ type: ExtensionPage })
  waiting(@Query() { cursor }: PageQuery): Promise<ExtensionPage> {
    return this.lists.extensions(cursor)
  }

  @Post(':id/acts/extend')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  extend(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { workdays, reason }: ExtendBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['extend', id, workdays, reason], (tx) =>
      this.extending.extend(tx, person, id, { workdays, reason }),
    )
  }

  @Post(':id/acts/decideExtension')
  @HttpCode(200)
  @Permit('need.supervise')
  @ApiOkResponse({ type: WorkOrderView })
  decideExtension(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { isGranted, note }: DecideExtensionBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['decideExtension', id, isGranted, note], (tx) =>
      this.extending.decide(tx, person, id, { isGranted, note }),
    )
  }
}
