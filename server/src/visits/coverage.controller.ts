import { Body, Controller, Get, Headers, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, PageQuery } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Coverage } from './coverage.js'
import {
  AssignBody,
  AssignmentPage,
  AssignmentView,
  TaskReportPage,
  TaskReportQuery,
} from './grid-assignment.dto.js'
import { GridAssignments } from './grid-assignments.js'
import { TaskReports } from './task-reports.js'
import { CoverageQuery, CoverageView, VisitMapQuery, VisitMapView } from './visit.dto.js'

/** 民情大走访, seen from above: how much was walked, where, and what was asked of grid workers. */
@Controller()
@ApiTags('visits')
export class CoverageController {
  constructor(
    private readonly acting: Acting,
    private readonly assignments: GridAssignments,
    private readonly coverage: Coverage,
    private readonly reports: TaskReports,
  ) {}

  /** Of an area and its parts, in a month. */
  @Get('visits/coverage')
  @Permit('grid.coverage')
  @ApiOkResponse({ type: CoverageView })
  of(@CurrentPerson() person: Person, @Query() query: CoverageQuery): Promise<CoverageView> {
    return this.coverage.of(person, query)
  }

  /** Where a grid was walked in a month. */
  @Get('visits/map')
  @Permit('grid.coverage')
  @ApiOkResponse({ type: VisitMapView })
  map(@CurrentPerson() person: Person, @Query() query: VisitMapQuery): Promise<VisitMapView> {
    return this.coverage.map(person, query)
  }

  @Get('grid-assignments')
  @Permit('grid.assign')
  @ApiOkResponse({ type: AssignmentPage })
  page(@CurrentPerson() person: Person, @Query() { cursor }: PageQuery): Promise<AssignmentPage> {
    return this.assignments.page(person, cursor)
  }

  @Get('grid-assignments/:id')
  @Permit('grid.assign')
  @ApiOkResponse({ type: AssignmentView })
  one(@CurrentPerson() person: Person, @Param('id') id: string): Promise<AssignmentView> {
    return this.assignments.view(person, id)
  }

  /** What came back of one grid, with photos, the newest first. */
  @Get('grid-assignments/:id/reports')
  @Permit('grid.assign')
  @ApiOkResponse({ type: TaskReportPage })
  reported(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Query() { gridId, cursor }: TaskReportQuery,
  ): Promise<TaskReportPage> {
    return this.reports.page(person, id, gridId, cursor)
  }

  /** Asks something of all grids of an area: a check, a notice, a survey at the door. */
  @Post('grid-assignments')
  @HttpCode(HttpStatus.OK)
  @Permit('grid.assign')
  @ApiOkResponse({ type: AssignmentView })
  assign(
    @CurrentPerson() person: Person,
    @Body() body: AssignBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<AssignmentView> {
    return this.acting.run({ by: person, key, request: ['assign', body] }, async (tx) => {
      const { id } = await this.assignments.assign(tx, person, body)
      return this.assignments.view(person, id, tx)
    })
  }

  @Post('grid-assignments/:id/acts/revoke')
  @HttpCode(HttpStatus.OK)
  @Permit('grid.assign')
  @ApiOkResponse({ type: AssignmentView })
  revoke(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<AssignmentView> {
    return this.acting.run({ by: person, key, request: ['revoke', id] }, async (tx) => {
      await this.assignments.revoke(tx, person, id)
      return this.assignments.view(person, id, tx)
    })
  }
}
