import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { unprocessable } from '../platform/problem.js'
import { RoutingView, TrialBody } from './routing.dto.js'
import { RoutingViews } from './routing.views.js'
import { Routing } from './routing.js'
import { EndRuleBody, RuleBody, RuleCheckView, RulePage, RulePageQuery, RuleView } from './rule.dto.js'
import { RuleChecking } from './rule-checking.js'
import { RuleKeeping } from './rule-keeping.service.js'

/** The routing rules: how they are kept, what is wrong with them, what they would say. */
@ApiTags('routing')
@Controller('routing')
export class RulesController {
  constructor(
    private readonly keeping: RuleKeeping,
    private readonly checking: RuleChecking,
    private readonly routing: Routing,
    private readonly areas: Areas,
    private readonly views: RoutingViews,
  ) {}

  @Get('rules')
  @Permit('routing.manage')
  @ApiOkResponse({ type: RulePage })
  page(@Query() query: RulePageQuery): Promise<RulePage> {
    return this.keeping.page(query)
  }

  @Post('rules')
  @Permit('routing.manage')
  @ApiCreatedResponse({ type: RuleView })
  add(@CurrentPerson() person: Person, @Body() body: RuleBody): Promise<RuleView> {
    return this.keeping.add(person, body)
  }

  /** The whole rule anew; the version before it ends where this one begins. */
  @Post('rules/:ruleId/change')
  @Permit('routing.manage')
  @HttpCode(200)
  @ApiOkResponse({ type: RuleView })
  change(
    @CurrentPerson() person: Person,
    @Param('ruleId') ruleId: string,
    @Body() body: RuleBody,
  ): Promise<RuleView> {
    return this.keeping.change(person, ruleId, body)
  }

  @Post('rules/:ruleId/end')
  @Permit('routing.manage')
  @HttpCode(200)
  @ApiOkResponse({ type: RuleView })
  end(@Param('ruleId') ruleId: string, @Body() { validUntil }: EndRuleBody): Promise<RuleView> {
    return this.keeping.end(ruleId, validUntil)
  }

  @Get('check')
  @Permit('routing.manage')
  @ApiOkResponse({ type: RuleCheckView })
  async check(): Promise<RuleCheckView> {
    const { findings, ...counts } = await this.checking.check()
    return { ...counts, findings: await this.views.findings(findings) }
  }

  /** Where a text would go, without filing it. */
  @Post('trial')
  @Permit('routing.read')
  @HttpCode(200)
  @ApiOkResponse({ type: RoutingView })
  async trial(@Body() { text, areaId, at }: TrialBody): Promise<RoutingView> {
    const place = await this.areas.lineage(areaId)
    if (!place) throw unprocessable('place_required', '请选择事情发生在哪个社区')
    const { record } = await this.routing.route(text, place, at === undefined ? undefined : new Date(at))
    return this.views.of(record)
  }
}
