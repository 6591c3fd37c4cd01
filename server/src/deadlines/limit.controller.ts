import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { MessagePageQuery } from '../messages/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { EndLimitBody, LimitBody, LimitPage, LimitView } from './limit.dto.js'
import { Limits } from './limits.js'

@ApiTags('deadlines')
@Controller('limits')
export class LimitController {
  constructor(private readonly limits: Limits) {}

  @Get()
  @Permit('deadlines.manage')
  @ApiOkResponse({ type: LimitPage })
  page(@Query() { cursor }: MessagePageQuery): Promise<LimitPage> {
    return this.limits.page(cursor)
  }

  @Post()
  @Permit('deadlines.manage')
  @ApiCreatedResponse({ type: LimitView })
  set(@CurrentPerson() person: Person, @Body() body: LimitBody): Promise<LimitView> {
    return this.limits.set(person, body)
  }

  @Post(':id/end')
  @Permit('deadlines.manage')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: LimitView })
  end(@Param('id') id: string, @Body() { validUntil }: EndLimitBody): Promise<LimitView> {
    return this.limits.end(id, validUntil)
  }
}
