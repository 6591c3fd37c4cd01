import { mobilePhone, needTextMax } from '@minsheng/shared'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  IsBoolean,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator'
import { AttachmentIds } from '../handling/index.js'
import { PlaceBody } from '../places/index.js'
import { idPattern } from '../platform/database/index.js'
import { sceneForm } from '../wechat/index.js'
import { MaxLength } from '../platform/words.js'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)

export class SubmitNeedBody {
  @ApiProperty({ minLength: 1, maxLength: needTextMax })
  @Transform(trimmed)
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

  @AttachmentIds()
  attachmentIds?: string[]

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean({ message: '是否隐匿身份填写有误' })
  anonymous?: boolean

  @ApiPropertyOptional({ example: '19900000001' })
  @IsOptional()
  @Matches(mobilePhone, { message: '请填 11 位手机号' })
  contactPhone?: string

  @ApiPropertyOptional({ description: 'A look-alike that this is the same as: 我也遇到' })
  @IsOptional()
  @Matches(idPattern, { message: '没有找到这一件，请直接提交' })
  sameAs?: string

  @ApiPropertyOptional({
    description: 'Of the code by which the mini-program was opened',
    example: 'p-gongshui',
  })
  @IsOptional()
  @Matches(sceneForm, { message: '这个码不对，请直接填写诉求' })
  scene?: string

  @ApiPropertyOptional({ format: 'date-time', description: 'When it was written on the phone' })
  @IsOptional()
  @IsRFC3339({ message: '时间格式不对' })
  capturedAt?: string
}
