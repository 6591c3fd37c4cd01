import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsLatitude, IsLongitude, IsNumber, IsOptional, IsString } from 'class-validator'
import { MaxLength } from '../platform/words.js'

/** Where something is, as a phone says it. */
export class PlaceBody {
  @ApiProperty({ description: 'GCJ-02' })
  @IsNumber({}, { message: '位置不对，请重新定位或选择社区' })
  @IsLatitude({ message: '位置不对，请重新定位或选择社区' })
  latitude: number

  @ApiProperty({ description: 'GCJ-02' })
  @IsNumber({}, { message: '位置不对，请重新定位或选择社区' })
  @IsLongitude({ message: '位置不对，请重新定位或选择社区' })
  longitude: number

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: '地址最多 200 个字' })
  address?: string
}
