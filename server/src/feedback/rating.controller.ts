import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, NeedStore, NeedView, NeedViews } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { RateBody } from './rating.dto.js'
import { Ratings } from './rating.service.js'

@Controller('needs')
@ApiTags('needs')
export class RatingController {
  constructor(
    private readonly ratings: Ratings,
    private readonly acting: Acting,
    private readonly store: NeedStore,
    private readonly views: NeedViews,
  ) {}

  @Post(':id/rating')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  rate(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Body() body: RateBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run({ by, key, request: ['rate', id, body] }, async (tx) => {
      const need = await this.ratings.rate(tx, by, id, body)
      return this.views.view(need, await this.store.events(id, tx), by, tx)
    })
  }
}
