import { Body, Controller, Headers, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger'
import { NeedView } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { badRequest } from '../platform/problem.js'
import { Limited } from '../platform/rate-limit.js'
import { SubmitNeedBody } from './intake.dto.js'
import { Intake } from './intake.service.js'

@Controller('needs')
@ApiTags('needs')
export class IntakeController {
  constructor(private readonly intake: Intake) {}

  /** One tap: text, place and what was attached. Category, department and due time come back. */
  @Post()
  @Permit('need.submit')
  @Limited({ name: 'submit', points: 20, seconds: 600, by: 'person' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A UUID made once for this need' })
  @ApiCreatedResponse({ type: NeedView })
  submit(
    @CurrentPerson() person: Person,
    @Body() body: SubmitNeedBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    if (!key) throw badRequest('idempotency_key_missing', '缺少请求编号，请更新小程序后再试')
    return this.intake.submit(person, key, body)
  }
}
