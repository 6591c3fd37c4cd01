import { Body, Controller, Get, Headers, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, PageQuery } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { Grids } from './grids.js'
import { HouseholdAddBody } from './household.dto.js'
import { HouseholdLists } from './household.lists.js'
import {
  DoorPage,
  RegisterChangeBody,
  RegisterChanged,
  RegisteredView,
  RegisterQuery,
} from './register.dto.js'
import { Register } from './register.js'
import { IdNumberReadBody, IdNumberView, VisitPage } from './visit.dto.js'

/** 住户台账: the households of an area, as they are kept at the desk. docs/adr/0145 */
@Controller('household-register')
@ApiTags('visits')
export class RegisterController {
  constructor(
    private readonly acting: Acting,
    private readonly grids: Grids,
    private readonly lists: HouseholdLists,
    private readonly register: Register,
  ) {}

  /** Doors of a community or a grid; whoever has waited longest for a visit first. */
  @Get()
  @Permit('household.keep')
  @ApiOkResponse({ type: DoorPage })
  page(@CurrentPerson() person: Person, @Query() query: RegisterQuery): Promise<DoorPage> {
    return this.register.page(person, query)
  }

  /** Who lives there. That it was opened, by whom and when, is written down. */
  @Get(':id')
  @Permit('household.keep')
  @ApiOkResponse({ type: RegisteredView })
  one(@CurrentPerson() person: Person, @Param('id') id: string): Promise<RegisteredView> {
    return this.register.opened(person, id)
  }

  /** A door that nobody has entered yet. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Permit('household.keep')
  @ApiOkResponse({ type: RegisterChanged })
  add(
    @CurrentPerson() person: Person,
    @Body() body: HouseholdAddBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterChanged> {
    return this.acting.run({ by: person, key, request: ['add', body] }, (tx) =>
      this.register.add(tx, person, body),
    )
  }

  /** Address, marks, note, residents; or that the door is gone. */
  @Post(':id/change')
  @HttpCode(HttpStatus.OK)
  @Permit('household.keep')
  @ApiOkResponse({ type: RegisterChanged })
  change(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: RegisterChangeBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterChanged> {
    return this.acting.run({ by: person, key, request: ['change', id, body] }, (tx) =>
      this.register.change(tx, person, id, body),
    )
  }

  /** What was said at its door. That it was read, by whom and when, is written down. */
  @Get(':id/visits')
  @Permit('household.keep')
  @ApiOkResponse({ type: VisitPage })
  visits(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Query() { cursor }: PageQuery,
  ): Promise<VisitPage> {
    return this.register.visits(person, id, cursor)
  }

  /** The whole ID number. Who reads it, when and why is written down. */
  @Post(':id/residents/:residentId/id-number')
  @HttpCode(HttpStatus.OK)
  @Permit('household.keep')
  @Limited({ name: 'ID numbers', points: 30, seconds: 3600, by: 'person' })
  @ApiOkResponse({ type: IdNumberView })
  async idNumber(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Param('residentId') residentId: string,
    @Body() { reason }: IdNumberReadBody,
  ): Promise<IdNumberView> {
    return this.lists.idNumber(await this.grids.keeper(person), id, residentId, reason)
  }
}
