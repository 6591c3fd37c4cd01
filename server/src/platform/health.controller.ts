import { Controller, Get, HttpStatus, Logger } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { DataSource } from 'typeorm'
import { Open } from './open.js'
import { Problem } from './problem.js'
import { Warnings } from './warnings.js'

/** For load balancers and those who watch. */
@Controller()
@ApiExcludeController()
export class HealthController {
  private readonly logger = new Logger('health')

  constructor(
    private readonly dataSource: DataSource,
    private readonly warnings: Warnings,
  ) {}

  /** The process runs. */
  @Get('healthz')
  @Open()
  health(): { status: 'ok' } {
    return { status: 'ok' }
  }

  /** The database answers and has all migrations. A warning is for a person, not for a balancer. @throws Problem 503 */
  @Get('readyz')
  @Open()
  async ready(): Promise<{ status: 'ok'; database: 'ok'; migrations: 'ok'; warnings: string[] }> {
    const isPending = await this.dataSource.showMigrations().catch((error: unknown) => {
      // The reason names hosts and users: for the log, not for whoever asks.
      this.logger.error(error instanceof Error ? error.message : String(error))
      throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'database_unavailable', '数据库连不上')
    })
    if (isPending)
      throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'migrations_pending', '数据库还没有升级完成')
    return { status: 'ok', database: 'ok', migrations: 'ok', warnings: this.warnings.all() }
  }
}
