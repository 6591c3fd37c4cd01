import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common'
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { IsString, Matches } from 'class-validator'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { MaxLength } from '../platform/words.js'
import { Claims } from './claims.js'

/** As it is read off a card: with blanks or strokes between the digits. */
const bare = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replaceAll(/[\s-]/g, '') : value

export class ClaimBody {
  @ApiProperty({ example: 'MS20261121-0042-7' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toUpperCase() : value,
  )
  @IsString({ message: '请填卡片上的受理编号' })
  @MaxLength(24, { message: '请填卡片上的受理编号' })
  receiptNo: string

  @ApiProperty({ example: '0123456789', description: 'Blanks and strokes do not count' })
  @Transform(bare)
  @Matches(/^\d{10}$/, { message: '请填卡片上的 10 位领取码' })
  code: string
}
export class ClaimView {
  @ApiProperty({ description: 'One’s own need from now on' }) needId: string
}

/** The card that a grid worker leaves with somebody who has no phone. */
@Controller('claims')
@ApiTags('visits')
export class ClaimController {
  constructor(private readonly claims: Claims) {}

  /** Takes the need of a card over, and whatever else was filed for the same person. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Permit('need.claim')
  @Limited({ name: 'claim', points: 10, seconds: 3600, by: 'person' })
  @ApiOkResponse({ type: ClaimView })
  redeem(@CurrentPerson() person: Person, @Body() { receiptNo, code }: ClaimBody): Promise<ClaimView> {
    return this.claims.redeem(person, receiptNo, code)
  }
}
