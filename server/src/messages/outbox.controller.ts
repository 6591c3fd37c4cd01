import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Permit } from '../people/index.js'
import { GivenUp } from './given-up.js'
import { GivenUpPage, MessagePageQuery } from './outbox.dto.js'

@ApiTags('outbox')
@Controller('outbox')
export class OutboxController {
  constructor(private readonly givenUp: GivenUp) {}

  @Get('given-up')
  @Permit('outbox.manage')
  @ApiOkResponse({ type: GivenUpPage })
  page(@Query() { cursor }: MessagePageQuery): Promise<GivenUpPage> {
    return this.givenUp.page(cursor)
  }

  @Post('given-up/:id/again')
  @Permit('outbox.manage')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async again(@Param('id') id: string): Promise<void> {
    await this.givenUp.again(id)
  }
}
