import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsLatitude, IsLongitude, IsOptional } from 'class-validator'
import { type AreaLevel, areaLevels } from './area.entity.js'

export class AreasQuery {
  @ApiPropertyOptional({ enum: areaLevels })
  @IsOptional()
  @IsIn(areaLevels, { message: '没有这一级区划' })
  level?: AreaLevel
}

/** A point, GCJ-02. */
export class PointQuery {
  @ApiProperty({ type: Number, minimum: -90, maximum: 90, description: 'GCJ-02' })
  @Type(() => Number)
  @IsLatitude({ message: '位置不对，请重新定位' })
  latitude: number

  @ApiProperty({ type: Number, minimum: -180, maximum: 180, description: 'GCJ-02' })
  @Type(() => Number)
  @IsLongitude({ message: '位置不对，请重新定位' })
  longitude: number
}

export class AreaView {
  @ApiProperty()
  id: string

  @ApiProperty({ example: '望江社区' })
  name: string

  @ApiProperty({ enum: areaLevels })
  level: AreaLevel

  @ApiProperty({ type: String, nullable: true })
  parentId: string | null

  @ApiProperty({ type: String, nullable: true, description: 'The town or street that it belongs to' })
  streetName: string | null

  @ApiProperty({ description: 'Of its centre, GCJ-02' })
  latitude: number

  @ApiProperty({ description: 'Of its centre, GCJ-02' })
  longitude: number
}

export class AreaList {
  @ApiProperty({ type: [AreaView] })
  items: AreaView[]
}

export class LocatedArea {
  @ApiProperty({ type: AreaView, nullable: true, description: 'The community; null outside of the district' })
  area: AreaView | null
}
