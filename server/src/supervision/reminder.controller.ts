import { Controller, Headers, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Acting, NeedStore, NeedView, NeedViews } from '../handling/index.js'
import { CurrentPerson, Permit, type Person } from '../people/index.js'
import { Reminders } from './reminder.service.js'

@Controller('needs')
@ApiTags('needs')
export class ReminderController {
  constructor(
    private readonly reminders: Reminders,
    private readonly acting: Acting,
    private readonly store: NeedStore,
    private readonly views: NeedViews,
  ) {}

  @Post(':id/acts/remind')
  @HttpCode(200)
  @Permit('need.own')
  @ApiOkResponse({ type: NeedView })
  remind(
    @CurrentPerson() by: Person,
    @Param('id') id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<NeedView> {
    return this.acting.run({ by, key, request: ['remind', id] }, async (tx) => {
      const need = await this.reminders.remind(tx, by, id)
      return this.views.view(need, await this.store.events(id, tx), by, tx)
    })
  }
}
