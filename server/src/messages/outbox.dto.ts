import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsOptional, IsString } from 'class-validator'
import { MaxLength } from '../platform/words.js'

export class MessagePageQuery {
  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @IsString({ message: '列表位置已失效，请下拉刷新' })
  @MaxLength(100, { message: '列表位置已失效，请下拉刷新' })
  cursor?: string
}

export class GivenUpView {
  @ApiProperty() id: string
  @ApiProperty() needId: string
  @ApiProperty({ description: 'Where it should go' }) lane: string
  @ApiProperty() topic: string
  @ApiProperty({ type: 'integer' }) attempts: number
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed last, for a technician' })
  lastError: string | null
  @ApiProperty({ format: 'date-time' }) createdAt: string
}

export class GivenUpPage {
  @ApiProperty({ type: [GivenUpView] }) items: GivenUpView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}
