import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { LookalikeList, LookalikesBody } from './lookalike.dto.js'
import { Lookalikes } from './lookalikes.js'

@Controller('lookalikes')
@ApiTags('needs')
export class LookalikeController {
  constructor(private readonly lookalikes: Lookalikes) {}

  /** What others near by have written about the same thing. Changes nothing; the text stands in no address. */
  @Post()
  @HttpCode(200)
  @Permit('need.submit')
  @Limited({ name: 'lookalikes', points: 60, seconds: 600, by: 'person' })
  @ApiOkResponse({ type: LookalikeList })
  async like(@CurrentPerson() person: Person, @Body() body: LookalikesBody): Promise<LookalikeList> {
    return { items: await this.lookalikes.like(person, body) }
  }
}
