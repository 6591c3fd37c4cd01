import multipart from '@fastify/multipart'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyInstance } from 'fastify'
import { AppModule } from './app.module.js'
import { serveDocument } from './openapi-document.js'
import { newId } from './platform/database/index.js'
import { Log } from './platform/log.js'
import { Metrics } from './platform/metrics.js'
import type { Surroundings } from './platform/platform.module.js'
import { answerProblem, ProblemFilter } from './platform/problem.filter.js'
import { validation } from './platform/validation.js'
import { securityHeaders, serveWeb } from './web.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How large a body the route takes, where it is larger than that of all others. */
    bodyBytes?: number
  }
}

const BODY_BYTES = 256 * 1024

/** The HTTP server, ready but not listening. */
export async function createApplication(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const { config } = surroundings
  const adapter = new FastifyAdapter({
    // The nearest so many addresses are our own proxies; what is before them is the client.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    bodyLimit: BODY_BYTES,
    genReqId: () => newId(new Date()),
    // A phone on a bad line may take its time; half-open connections may not.
    requestTimeout: 120_000,
    // An address that cannot be decoded never reaches Nest.
    frameworkErrors: answerProblem,
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.in(surroundings), adapter, {
    logger: new Log(config),
    forceCloseConnections: true,
  })
  adapter.getInstance().addHook('onRoute', (route) => {
    if (route.config?.bodyBytes) route.bodyLimit = route.config.bodyBytes
  })
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'metrics'] })
  app.useGlobalPipes(validation())
  app.useGlobalFilters(new ProblemFilter())
  app.useSecurityHeaders(securityHeaders(config))
  app.enableShutdownHooks([])
  await app.register(multipart, { limits: { files: 1, fields: 8 } })
  measureRequests(app.getHttpAdapter().getInstance(), app.get(Metrics))
  serveDocument(app)
  await serveWeb(app, config)
  return app
}

function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown' }
    metrics.requests.observe({ ...labels, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
}
