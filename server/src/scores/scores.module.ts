import { Controller, Get, Module, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { PeopleModule, Permit } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { ScoresQuery, ScoresView } from './scores.dto.js'
import { Scores } from './scores.service.js'
import { ScoresStore } from './scores.store.js'

@Controller('scores')
@ApiTags('scores')
export class ScoresController {
  constructor(private readonly scores: Scores) {}

  @Get()
  @Permit('scores.read')
  @ApiOkResponse({ type: ScoresView })
  read(@Query() query: ScoresQuery): Promise<ScoresView> {
    return this.scores.of(query)
  }
}

@Module({
  imports: [PeopleModule, PlacesModule, RoutingModule],
  controllers: [ScoresController],
  providers: [Scores, ScoresStore],
  exports: [Scores],
})
export class ScoresModule {}
