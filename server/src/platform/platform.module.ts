import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Config } from './config.js'
import { UnitOfWork } from './database/index.js'
import { Editions } from './editions.js'
import { HealthController } from './health.controller.js'
import { Housekeeping } from './housekeeping.js'
import { Idempotency } from './idempotency/idempotency.js'
import { Metrics, MetricsController } from './metrics.js'
import { Present } from './present.js'
import { Warnings } from './warnings.js'

/** Injection token of the Config. */
export const CONFIG = Symbol('config')
const READ_SOURCE = Symbol('read source')

/** What the application is started with. */
export interface Surroundings {
  config: Config
  dataSource: DataSource
  readSource: DataSource
  present: Present
}

/** What every capability may use: configuration, database, the present, health, metrics. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(READ_SOURCE) private readonly readSource: DataSource,
  ) {}

  static with({ config, dataSource, readSource, present }: Surroundings): DynamicModule {
    const given = [
      { provide: CONFIG, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: READ_SOURCE, useValue: readSource },
      { provide: Present, useValue: present },
      { provide: UnitOfWork, useValue: new UnitOfWork(dataSource, readSource) },
      Editions,
      Housekeeping,
      Idempotency,
      Metrics,
      Warnings,
    ]
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: given,
      exports: [
        CONFIG,
        DataSource,
        Present,
        UnitOfWork,
        Editions,
        Housekeeping,
        Idempotency,
        Metrics,
        Warnings,
      ],
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.readSource.isInitialized) await this.readSource.destroy()
    if (this.dataSource.isInitialized) await this.dataSource.destroy()
  }
}
