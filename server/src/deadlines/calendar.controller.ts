import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { AreaHoursBody, AreaHoursList, CalendarBody, CalendarView } from './calendar.dto.js'
import { Calendars } from './calendars.js'
import { Hours } from './hours.js'

@ApiTags('deadlines')
@Controller('work-calendar')
export class CalendarController {
  constructor(
    private readonly calendars: Calendars,
    private readonly hours: Hours,
  ) {}

  @Get()
  @Permit('deadlines.manage')
  @ApiOkResponse({ type: CalendarView })
  all(): Promise<CalendarView> {
    return this.calendars.all()
  }

  @Post()
  @Permit('deadlines.manage')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: CalendarView })
  async load(@CurrentPerson() person: Person, @Body() body: CalendarBody): Promise<CalendarView> {
    await this.calendars.load(body, body.source, person.id)
    return this.calendars.all()
  }

  @Get('hours')
  @Permit('deadlines.manage')
  @ApiOkResponse({ type: AreaHoursList })
  allHours(): Promise<AreaHoursList> {
    return this.hours.all()
  }

  @Post('hours')
  @Permit('deadlines.manage')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async setHours(@Body() { areaId, hours }: AreaHoursBody): Promise<void> {
    await this.hours.set(areaId, hours)
  }
}
