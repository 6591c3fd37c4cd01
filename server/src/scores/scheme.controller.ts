import { type RateScheme, schemeOn, shanghaiDate } from '@minsheng/shared'
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger'
import { IsNumber, Max, Min } from 'class-validator'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { IsDay } from '../platform/dates.js'
import { Present } from '../platform/present.js'
import { Words } from '../platform/words.js'
import { Schemes } from './schemes.js'
import { SchemeView } from './scores.dto.js'

const Share = () => (target: object, name: string) => {
  ApiProperty({ minimum: 0, maximum: 1 })(target, name)
  IsNumber({}, { message: '请填写 0 到 1 之间的小数' })(target, name)
  Min(0, { message: '不能小于 0' })(target, name)
  Max(1, { message: '不能大于 1' })(target, name)
}

export class NewSchemeBody implements RateScheme {
  @Share() contact: number
  @Share() solved: number
  @Share() satisfaction: number
  @Share() fairlySatisfied: number

  @ApiProperty({ example: '2027-01-01', description: 'A day to come, Shanghai' })
  @IsDay('生效日期形如 2027-01-01')
  validFrom: string

  @Words({ min: 4, max: 200, message: '请写明依据，4 到 200 个字' })
  reason: string
}

export class DatedSchemeView extends SchemeView {
  @ApiProperty() validFrom: string
  @ApiProperty() reason: string
}
export class SchemesView {
  @ApiProperty({ type: SchemeView, description: 'What counts today' }) current: SchemeView
  @ApiProperty({ type: [DatedSchemeView], description: 'The newest first' }) items: DatedSchemeView[]
}

/** The weights of the composite score. */
@Controller('scores/schemes')
@ApiTags('scores')
export class SchemeController {
  constructor(
    private readonly schemes: Schemes,
    private readonly present: Present,
  ) {}

  @Get()
  @Permit('scores.read')
  @ApiOkResponse({ type: SchemesView })
  read(): Promise<SchemesView> {
    return this.view()
  }

  @Post()
  @HttpCode(200)
  @Permit('scores.scheme')
  @ApiOkResponse({ type: SchemesView })
  async set(@CurrentPerson() by: Person, @Body() body: NewSchemeBody): Promise<SchemesView> {
    await this.schemes.set(by, body)
    return this.view()
  }

  private async view(): Promise<SchemesView> {
    const items = await this.schemes.all()
    return {
      current: weights(schemeOn(items, shanghaiDate(this.present.now()))),
      items: items.map((scheme) => ({
        ...weights(scheme),
        validFrom: scheme.validFrom,
        reason: scheme.reason,
      })),
    }
  }
}

const weights = ({ contact, solved, satisfaction, fairlySatisfied }: RateScheme): SchemeView => ({
  contact,
  solved,
  satisfaction,
  fairlySatisfied,
})
