import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { OrderSheetBody } from './export.dto.js'
import { OrderSheets } from './order-sheets.js'

@Controller('work-orders')
@ApiTags('work orders')
export class OrderSheetController {
  constructor(private readonly sheets: OrderSheets) {}

  /** A POST because it leaves a trace: who took the order away on paper, when and why. */
  @Post(':id/sheet')
  @HttpCode(200)
  @Permit('workOrder.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The sheet', schema: { type: 'string', format: 'binary' } })
  async sheet(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() { reason }: OrderSheetBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.sheets.of(by, id, reason)
    void reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(bytes)
  }
}
