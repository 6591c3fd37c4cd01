import { type Role, roles } from '@minsheng/shared'
import { Controller, Get, Inject } from '@nestjs/common'
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import { Areas } from '../places/index.js'
import type { Config } from '../platform/config.js'
import { Open } from '../platform/open.js'
import { CONFIG } from '../platform/platform.module.js'
import { demonstrationPassword, shownAccounts } from './accounts.js'

export class PointView {
  @ApiProperty({ description: 'GCJ-02' }) latitude: number
  @ApiProperty({ description: 'GCJ-02' }) longitude: number
}
export class DistrictView {
  @ApiProperty() name: string
  @ApiProperty({ type: PointView }) center: PointView
}
export class DemoAccount {
  @ApiProperty() account: string
  @ApiProperty() password: string
  @ApiProperty() name: string
  @ApiProperty({ enum: roles, enumName: 'Role', isArray: true }) roles: Role[]
  @ApiProperty({ type: String, nullable: true }) departmentName: string | null
}
export class SetupView {
  @ApiProperty({ type: DistrictView }) district: DistrictView
  @ApiProperty() demonstration: boolean
  @ApiProperty({ example: '12345' }) hotline: string
  @ApiPropertyOptional({ type: [DemoAccount], description: 'Only in a demonstration' })
  demoAccounts?: DemoAccount[]
}

/** What a client needs to know before anybody has signed in. */
@Controller('setup')
@ApiTags('reference')
export class SetupController {
  constructor(
    private readonly areas: Areas,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Open()
  @ApiOkResponse({ type: SetupView })
  async read(): Promise<SetupView> {
    const [district] = await this.areas.all('district')
    const { isDemonstration } = this.config
    return {
      district: {
        name: district?.name ?? '',
        center: { latitude: district?.latitude ?? 0, longitude: district?.longitude ?? 0 },
      },
      demonstration: isDemonstration,
      hotline: '12345',
      ...(isDemonstration && { demoAccounts: await demoAccounts() }),
    }
  }
}

async function demoAccounts(): Promise<DemoAccount[]> {
  const accounts = await shownAccounts()
  return accounts.map(({ account, name, roles, departmentName }) => ({
    account,
    name,
    roles,
    departmentName,
    password: demonstrationPassword,
  }))
}
