import { Body, Controller, Get, Header, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import { PageQuery } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Limited } from '../platform/rate-limit.js'
import { DoorCodes } from './door-codes.js'
import { Grids } from './grids.js'
import { HouseholdLists } from './household.lists.js'
import {
  DoorCodesQuery,
  HouseholdNeedPage,
  HouseholdPage,
  HouseholdQuery,
  IdNumberReadBody,
  IdNumberView,
  VisitPage,
} from './visit.dto.js'

/** Households of one's own grids, with signal. Without, the phone has them. */
@Controller('households')
@ApiTags('visits')
export class HouseholdController {
  constructor(
    private readonly lists: HouseholdLists,
    private readonly doorCodes: DoorCodes,
    private readonly grids: Grids,
  ) {}

  /** By building and room, or of whom nobody was met for long; whoever has waited longest first. */
  @Get()
  @Permit('grid.work')
  @ApiOkResponse({ type: HouseholdPage })
  page(@CurrentPerson() person: Person, @Query() query: HouseholdQuery): Promise<HouseholdPage> {
    return this.lists.page(person, query)
  }

  /** A sheet to print: the codes for the doors of a building. */
  @Get('door-codes')
  @Permit('grid.work')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'A page of its own, to be printed' })
  sheet(@CurrentPerson() person: Person, @Query() { gridId, building }: DoorCodesQuery): Promise<string> {
    return this.doorCodes.sheet(person, gridId, building)
  }

  @Get(':id/visits')
  @Permit('grid.work')
  @ApiOkResponse({ type: VisitPage })
  async visits(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Query() { cursor }: PageQuery,
  ): Promise<VisitPage> {
    return this.lists.visits(await this.grids.worker(person), id, cursor)
  }

  /** What was filed at a door, the newest first. */
  @Get(':id/needs')
  @Permit('grid.work')
  @ApiOkResponse({ type: HouseholdNeedPage })
  needs(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Query() { cursor }: PageQuery,
  ): Promise<HouseholdNeedPage> {
    return this.lists.needs(person, id, cursor)
  }

  /** The whole ID number. Who reads it, when and why is written down. */
  @Post(':id/residents/:residentId/id-number')
  @HttpCode(HttpStatus.OK)
  @Permit('grid.work')
  @Limited({ name: 'ID numbers', points: 30, seconds: 3600, by: 'person' })
  @ApiOkResponse({ type: IdNumberView })
  async idNumber(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Param('residentId') residentId: string,
    @Body() { reason }: IdNumberReadBody,
  ): Promise<IdNumberView> {
    return this.lists.idNumber(await this.grids.worker(person), id, residentId, reason)
  }
}
