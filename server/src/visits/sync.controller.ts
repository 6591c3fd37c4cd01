import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  HttpStatus,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { RouteConfig } from '@nestjs/platform-fastify'
import { syncBytesMax } from '@minsheng/shared'
import { CurrentPerson, Permit, type Person, PersonalData } from '../people/index.js'
import { Packing } from '../platform/packing.js'
import { Limited } from '../platform/rate-limit.js'
import { Changes } from './changes.js'
import { ChangesQuery, ChangesView } from './changes.dto.js'
import { PhoneKeyView, SyncBody, SyncView } from './sync.dto.js'
import { Sync } from './sync.js'

/** A grid worker's phone, which may have been without signal for days. docs/adr/0120 */
@Controller('sync')
@ApiTags('visits')
export class SyncController {
  constructor(
    private readonly sync: Sync,
    private readonly changes: Changes,
    private readonly personalData: PersonalData,
  ) {}

  /** What was typed, up to 500 operations; each is answered by itself. May be repeated as often as needed. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Permit('grid.work')
  @RouteConfig({ bodyBytes: syncBytesMax })
  @Limited({ name: 'sync', points: 300, seconds: 600, by: 'person' })
  @ApiOkResponse({ type: SyncView })
  take(@CurrentPerson() person: Person, @Body() { operations }: SyncBody): Promise<SyncView> {
    return this.sync.take(person, operations)
  }

  /**
   * What the phone closes its households and its queue with. It is this person's alone, and the phone forgets it at the
   * sign-out: nobody else can read what lies there, and the same person can after signing in again. docs/adr/0121
   */
  @Get('key')
  @Permit('grid.work')
  @Header('cache-control', 'no-store')
  @Limited({ name: 'phone key', points: 60, seconds: 600, by: 'person' })
  @ApiOkResponse({ type: PhoneKeyView })
  key(@CurrentPerson() { id }: Person): PhoneKeyView {
    return {
      key: Buffer.from(this.personalData.indexOf(`key of the phone of ${id}`), 'hex').toString('base64'),
    }
  }

  /** What has changed in one's own grids since the cursor. */
  @Get('changes')
  @Permit('grid.work')
  @UseInterceptors(Packing)
  @Limited({ name: 'sync changes', points: 300, seconds: 600, by: 'person' })
  @ApiOkResponse({ type: ChangesView })
  since(@CurrentPerson() person: Person, @Query() { cursor }: ChangesQuery): Promise<ChangesView> {
    return this.changes.since(person, cursor)
  }
}
