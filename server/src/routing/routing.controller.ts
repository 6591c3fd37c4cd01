import { urgencies, type Urgency } from '@minsheng/shared'
import { Controller, Get } from '@nestjs/common'
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger'
import { Open } from '../platform/open.js'
import { Routing } from './routing.js'

export class CategoryView {
  @ApiProperty() id: string
  @ApiProperty() name: string
  @ApiProperty({ enum: [1, 2] }) level: number
  @ApiProperty({ type: String, nullable: true }) parentId: string | null
  @ApiProperty({ enum: urgencies, enumName: 'Urgency' }) urgency: Urgency
  @ApiProperty({ description: 'An answer needs a photo' }) evidenceRequired: boolean
}
export class CategoryList {
  @ApiProperty({ type: [CategoryView] }) items: CategoryView[]
}

@Controller('categories')
@ApiTags('reference')
export class RoutingController {
  constructor(private readonly routing: Routing) {}

  /** The whole tree, fields first. */
  @Get()
  @Open()
  @ApiOkResponse({ type: CategoryList })
  async list(): Promise<CategoryList> {
    const tree = await this.routing.tree()
    return {
      items: tree.map(({ id, name, level, parentId, urgency, isEvidenceRequired }) => ({
        id,
        name,
        level,
        parentId,
        urgency,
        evidenceRequired: isEvidenceRequired,
      })),
    }
  }
}
