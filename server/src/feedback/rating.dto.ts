import { type RatingLevel, ratingLevels, ratingTags } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator'
import { AspectLevelsDto } from '../handling/index.js'
import { MaxLength } from '../platform/words.js'

const allTags: readonly string[] = [...ratingTags.content, ...ratingTags.discontent]

export class RateBody {
  @ApiProperty({ enum: ratingLevels, description: '5 is 非常满意' })
  @IsIn(ratingLevels, { message: '请点一个表情' })
  level: RatingLevel

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean({ message: '请选择解决了没有' })
  solved?: boolean

  @ApiPropertyOptional({ type: AspectLevelsDto, description: 'Each on its own, besides the whole' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AspectLevelsDto)
  aspects?: AspectLevelsDto

  @ApiPropertyOptional({ type: [String], enum: allTags })
  @IsOptional()
  @IsArray({ message: '标签的格式不对' })
  @ArrayMaxSize(allTags.length, { message: '标签太多' })
  @IsIn(allTags, { each: true, message: '没有这个标签' })
  tags?: string[]

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '最多 500 个字' })
  words?: string
}
