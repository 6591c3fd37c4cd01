import { Controller, Get, Header, Param } from '@nestjs/common'
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger'
import { Open } from '../platform/open.js'
import { badRequest } from '../platform/problem.js'
import { isScene } from '../wechat/index.js'
import { areaView } from './area.views.js'
import { Areas } from './areas.js'
import { Entries } from './entries.js'
import { type EntryKind, entryKinds } from './entry.entity.js'
import { AreaView } from './places.dto.js'

export class EntryView {
  @ApiProperty({ enum: entryKinds }) kind: EntryKind
  @ApiProperty({ type: String, nullable: true }) areaId: string | null
  @ApiProperty({ type: AreaView, nullable: true, description: 'The same area, to fill a place in with' })
  area: AreaView | null
  @ApiProperty({ type: String, nullable: true }) departmentId: string | null
  @ApiProperty({ description: 'Where one is, for the screen' }) words: string
}

/** What a scanned code stands for. Public: the code hangs on a wall. */
@ApiTags('reference')
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly entries: Entries,
    private readonly areas: Areas,
  ) {}

  @Get(':scene')
  @Open()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ type: EntryView })
  async read(@Param('scene') scene: string): Promise<EntryView> {
    if (!isScene(scene)) throw badRequest('scene_invalid', '这个码不对，请直接填写诉求')
    const { kind, areaId, departmentId, words } = await this.entries.byScene(scene)
    const area = areaId === null ? undefined : await this.areas.byId(areaId)
    return { kind, areaId, area: area ? await areaView(this.areas, area) : null, departmentId, words }
  }
}
