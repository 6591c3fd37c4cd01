import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { concatMap, type Observable } from 'rxjs'

const packed = promisify(gzip)

/** Sends a large answer with gzip to who takes it, for a phone on a weak line. Not for answers that hold secrets. */
@Injectable()
export class Packing implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp()
    const takesGzip = /\bgzip\b/.test(String(http.getRequest<FastifyRequest>().headers['accept-encoding']))
    if (!takesGzip) return next.handle()
    const reply = http.getResponse<FastifyReply>()
    return next.handle().pipe(
      concatMap(async (answer) => {
        const body = await packed(JSON.stringify(answer))
        reply.headers({ 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' })
        return body
      }),
    )
  }
}
