import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { MessagePageQuery } from '../messages/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { DecideBody, FlaggedPage } from './flagged.dto.js'
import { Flagged } from './flagged.js'

@ApiTags('safety')
@Controller('safety/flagged')
export class FlaggedController {
  constructor(private readonly flagged: Flagged) {}

  @Get()
  @Permit('safety.decide')
  @ApiOkResponse({ type: FlaggedPage })
  page(@Query() { cursor }: MessagePageQuery): Promise<FlaggedPage> {
    return this.flagged.page(cursor)
  }

  @Post(':id/decide')
  @Permit('safety.decide')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async decide(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() { decision }: DecideBody,
  ): Promise<void> {
    await this.flagged.decide(person, id, decision)
  }
}
