import { Controller, Get, Header, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Public } from '../people/index.js'
import { areaView } from './area.views.js'
import { Areas } from './areas.js'
import { AreaList, AreasQuery, LocatedArea, PointQuery } from './places.dto.js'

@ApiTags('places')
@Controller('areas')
export class PlacesController {
  constructor(private readonly areas: Areas) {}

  @Get()
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: AreaList })
  async all(@Query() { level }: AreasQuery): Promise<AreaList> {
    const areas = await this.areas.all(level)
    return { items: await Promise.all(areas.map((area) => areaView(this.areas, area))) }
  }

  @Get('locate')
  @Public()
  @ApiOkResponse({ type: LocatedArea })
  async locate(@Query() point: PointQuery): Promise<LocatedArea> {
    const lineage = await this.areas.locate(point)
    const community = lineage && (await this.areas.byId(lineage.communityId))
    return { area: community ? await areaView(this.areas, community) : null }
  }
}
