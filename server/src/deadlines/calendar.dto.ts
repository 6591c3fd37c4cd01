import { ApiProperty } from '@nestjs/swagger'
import { ArrayMaxSize, IsArray, IsInt, IsString } from 'class-validator'
import { MaxLength } from '../platform/words.js'

const dates = { example: ['2027-01-01'], description: 'Dates in full' } as const

export class CalendarBody {
  @ApiProperty({ type: 'integer', example: 2027 })
  @IsInt({ message: '请写年份，例如 2027' })
  year: number

  @ApiProperty({ ...dates, type: [String] })
  @IsArray({ message: '请写放假的日期' })
  @ArrayMaxSize(60, { message: '放假的日期太多，请核对通知' })
  @IsString({ each: true, message: '日期请写成 2027-01-01 的样子' })
  holidays: string[]

  @ApiProperty({ ...dates, type: [String] })
  @IsArray({ message: '请写调休上班的日期' })
  @ArrayMaxSize(60, { message: '调休上班的日期太多，请核对通知' })
  @IsString({ each: true, message: '日期请写成 2027-01-03 的样子' })
  makeUpWorkdays: string[]

  @ApiProperty({ description: 'The notice that says so', example: '国办发明电〔2026〕7号' })
  @IsString({ message: '请写放假通知的文号' })
  @MaxLength(80, { message: '文号不超过 80 个字' })
  source: string
}

export class CalendarYearView {
  @ApiProperty({ type: 'integer' }) year: number
  @ApiProperty({ type: [String] }) holidays: readonly string[]
  @ApiProperty({ type: [String] }) makeUpWorkdays: readonly string[]
  @ApiProperty() source: string
  @ApiProperty({ format: 'date-time' }) loadedAt: string
}

export class CalendarView {
  @ApiProperty({ type: [CalendarYearView] }) items: CalendarYearView[]
  @ApiProperty({
    type: [Number],
    description: 'An alarm: due times that reach into these years are provisional until they are loaded',
  })
  missingYears: number[]
}

export class AreaHoursBody {
  @ApiProperty({ description: 'A district or a street' })
  @IsString({ message: '请选择区或街镇' })
  @MaxLength(26, { message: '请选择区或街镇' })
  areaId: string

  @ApiProperty({
    type: [String],
    example: ['09:00-12:00', '14:00-18:00'],
    description: 'In order. Empty: those of the area above, in the end 09:00–12:00 and 14:00–18:00',
  })
  @IsArray({ message: '请写工作时间' })
  @ArrayMaxSize(4, { message: '一天最多分四段' })
  @IsString({ each: true, message: '工作时间请写成 09:00-12:00 的样子' })
  hours: string[]
}

export class AreaHoursView {
  @ApiProperty() areaId: string
  @ApiProperty({ type: [String] }) hours: string[]
}

export class AreaHoursList {
  @ApiProperty({ type: [AreaHoursView] }) items: AreaHoursView[]
}
