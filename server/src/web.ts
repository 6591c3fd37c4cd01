import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { SecurityHeadersOptions } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Config } from './platform/config.js'

const indexOf = (webRoot: string): string => join(webRoot, 'index.html')

/** The mini-program's web build at `/`. Its pages are addresses too, so an unknown one gets the page. */
export async function serveWeb(app: NestFastifyApplication, { webRoot }: Config): Promise<void> {
  if (!existsSync(indexOf(webRoot))) return
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    index: false,
    // The build has packed them already, see miniapp/config/precompress.ts.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isHashed = /\.[0-9a-f]{8}\.(js|css)(\.(br|gz))?$/.test(path)
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const fastify = app.getHttpAdapter().getInstance()
  fastify.get('/*', (request, reply) =>
    /^\/(api|open311)\//.test(request.url) ? reply.callNotFound() : reply.sendFile('index.html'),
  )
}

/**
 * Scripts only from here, and of inline ones only those of our own page, by their hash. Photos and voice notes are
 * shown from memory before they are uploaded, hence `blob:`.
 */
export function securityHeaders({ webRoot, isProduction }: Config): SecurityHeadersOptions {
  return {
    contentSecurityPolicy: {
      directives: {
        scriptSrc: ["'self'", ...inlineScriptHashes(webRoot)],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        // A demonstration in an office network has no certificate.
        upgradeInsecureRequests: isProduction,
      },
    },
    strictTransportSecurity: isProduction,
  }
}

function inlineScriptHashes(webRoot: string): string[] {
  if (!existsSync(indexOf(webRoot))) return []
  const scripts = readFileSync(indexOf(webRoot), 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
  return [...scripts].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}
