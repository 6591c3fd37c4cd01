import { type RatingLevel, ratingLevels, ratingTags } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator'

const allTags: readonly string[] = [...ratingTags.content, ...ratingTags.discontent]

export class RateBody {
  @ApiProperty({ enum: ratingLevels, description: '5 is 非常满意' })
  @IsIn(ratingLevels, { message: '请点一个表情' })
  level: RatingLevel

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean({ message: '请选择解决了没有' })
  solved?: boolean

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
