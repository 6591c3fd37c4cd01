import { Controller, Get, Header, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Public } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { PublicRatesView, SolvedPage, SolvedQuery } from './disclosure.dto.js'
import { Disclosures } from './disclosures.js'

/** Open to everybody; nothing here names a person. */
@Controller('disclosure')
@ApiTags('disclosure')
export class DisclosureController {
  constructor(private readonly disclosures: Disclosures) {}

  @Get('solved')
  @Public()
  @Limited({ name: 'disclosure', points: 600, seconds: 60, by: 'address' })
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: SolvedPage })
  solved(@Query() { areaId, cursor }: SolvedQuery): Promise<SolvedPage> {
    return this.disclosures.solved(areaId, cursor)
  }

  @Get('rates')
  @Public()
  @Limited({ name: 'disclosure', points: 600, seconds: 60, by: 'address' })
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: PublicRatesView })
  rates(): Promise<PublicRatesView> {
    return this.disclosures.rates()
  }
}
