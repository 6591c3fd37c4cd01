import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { badRequest } from '../platform/problem.js'
import { dimensions } from './dimensions.js'
import { periodNameOf } from './period-query.js'
import { Scopes } from './scope.js'
import { ScoreItemPage, ScoreItemsQuery, ScoresQuery, ScoresView } from './scores.dto.js'
import { Scores } from './scores.service.js'

@Controller('scores')
@ApiTags('scores')
export class ScoresController {
  constructor(
    private readonly scores: Scores,
    private readonly scopes: Scopes,
  ) {}

  @Get()
  @Permit('scores.read')
  @ApiOkResponse({ type: ScoresView })
  async read(@CurrentPerson() person: Person, @Query() query: ScoresQuery): Promise<ScoresView> {
    const period = periodNameOf(query)
    return this.scores.of({ period, by: query.by, scope: await this.scopes.of(person, query.within) })
  }

  /** The very list of items behind a number. */
  @Get('items')
  @Permit('scores.read')
  @ApiOkResponse({ type: ScoreItemPage })
  async items(@CurrentPerson() person: Person, @Query() query: ScoreItemsQuery): Promise<ScoreItemPage> {
    const { figure, by, of: groupId, listing = 'counted', cursor } = query
    const dimension = dimensions.find((each) => each === by)
    if (groupId !== undefined && !dimension)
      throw badRequest('row_invalid', '按时间查看时，请把起止日期设成这一周或这个月')
    const scope = await this.scopes.of(person, query.within)
    const row = dimension && groupId !== undefined ? { dimension, groupId } : undefined
    return this.scores.items({ figure, period: periodNameOf(query), by, scope, row, listing }, cursor)
  }
}
