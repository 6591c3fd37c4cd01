import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Permit } from '../people/index.js'
import { PageQuery, TriagePage } from './need.dto.js'
import { TriageViews } from './triage.views.js'

/** What waits for a dispatcher. */
@Controller('triage')
@ApiTags('triage')
export class TriageController {
  constructor(private readonly views: TriageViews) {}

  @Get()
  @Permit('need.triage')
  @ApiOkResponse({ type: TriagePage })
  page(@Query() { cursor }: PageQuery): Promise<TriagePage> {
    return this.views.page(cursor)
  }
}
