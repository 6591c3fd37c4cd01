import { Controller, Get, Header, Injectable } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { Open } from './open.js'

/** Prometheus counters of this process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry()
  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }
}

@Controller()
@ApiExcludeController()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get('metrics')
  @Open()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(): Promise<string> {
    return this.metrics.registry.metrics()
  }
}
