import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Assisting } from './assisting.service.js'
import { WorkOrderActing } from './work-order-acting.js'
import { AssistBody, WaiveBody, WorkOrderView } from './work-order.dto.js'

/** Departments that help the lead. */
@Controller('work-orders')
@ApiTags('work orders')
export class AssistingController {
  constructor(
    private readonly assisting: Assisting,
    private readonly acting: WorkOrderActing,
  ) {}

  /** On the order of the lead: opens an order for each of the departments. */
  @Post(':id/acts/assist')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  assist(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { departmentIds, reason }: AssistBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['assist', id, departmentIds, reason], (tx) =>
      this.assisting.assist(tx, person, id, departmentIds, reason),
    )
  }

  /** On the order of one that assists, by the lead. */
  @Post(':id/acts/waive')
  @HttpCode(200)
  @Permit('workOrder.act')
  @ApiOkResponse({ type: WorkOrderView })
  waive(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { reason }: WaiveBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<WorkOrderView> {
    return this.acting.run(person, key, ['waive', id, reason], (tx) =>
      this.assisting.waive(tx, person, id, reason),
    )
  }
}
