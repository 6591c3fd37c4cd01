import { needTextMax, type NeedState, needStates } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsNotEmpty, IsObject, IsOptional, IsString, Matches, ValidateNested } from 'class-validator'
import { PlaceBody } from '../places/index.js'
import { idPattern } from '../platform/database/index.js'
import { MaxLength } from '../platform/words.js'

/** What is being written, before it is filed. */
export class LookalikesBody {
  @ApiProperty({ minLength: 1, maxLength: needTextMax })
  @IsString({ message: '请先说说您遇到的困难' })
  @IsNotEmpty({ message: '请先说说您遇到的困难' })
  @MaxLength(needTextMax, { message: `内容最多 ${needTextMax} 个字，请删减一些` })
  text: string

  @ApiPropertyOptional({ type: PlaceBody })
  @IsOptional()
  @IsObject({ message: '位置不对，请重新定位或选择社区' })
  @ValidateNested()
  @Type(() => PlaceBody)
  place?: PlaceBody

  @ApiPropertyOptional({ description: 'A community or grid, when there are no coordinates' })
  @IsOptional()
  @Matches(idPattern, { message: '没有这个社区，请重新选择' })
  areaId?: string
}

export class LookalikePhoto {
  @ApiProperty({ description: 'Signed, relative to the server' }) url: string
  @ApiProperty({ type: String, nullable: true }) thumbnailUrl: string | null
}

/** A need of somebody else, as a neighbour may see it: no word of the resident, nothing that leads to the need. */
export class LookalikeView {
  @ApiProperty({ description: 'Of this line, not of the need; `sameAs` of a need to be filed' }) id: string
  @ApiProperty() categoryName: string
  @ApiProperty({ type: [String], description: "Of the category's own words, those that the need holds" })
  words: string[]
  @ApiProperty() areaName: string
  @ApiProperty({ type: 'integer', nullable: true, description: 'In tens; null when not known exactly' })
  metres: number | null
  @ApiProperty({ enum: needStates, enumName: 'NeedState' }) state: NeedState
  @ApiProperty() stateWords: string
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
  @ApiProperty({ format: 'date-time' }) submittedAt: string
  @ApiProperty({ type: 'integer', description: 'Persons who have the same, as far as is known' })
  persons: number
  @ApiProperty({ type: LookalikePhoto, nullable: true, description: 'Of the public answer' })
  photo: LookalikePhoto | null
}
export class LookalikeList {
  @ApiProperty({ type: [LookalikeView], description: 'At most five, the likeliest first' })
  items: LookalikeView[]
}
