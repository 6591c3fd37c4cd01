import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.js'

/** Words for refusals that Fastify and Nest make by themselves, by status. */
const wordsByStatus: Record<number, readonly [code: string, title: string]> = {
  400: ['bad_request', '请求的格式不对，请刷新后再试'],
  401: ['unauthenticated', '请先登录'],
  403: ['forbidden', '您没有权限查看或办理这一项'],
  404: ['not_found', '没有找到，请核对后再试'],
  405: ['method_not_allowed', '不支持这样的请求'],
  406: ['multipart_expected', '请用表单上传文件'],
  408: ['timeout', '网络太慢，请换个地方再试'],
  413: ['too_large', '内容太大，请缩小后再试'],
  415: ['type_unsupported', '不支持这种内容格式'],
  429: ['too_many_requests', '操作太频繁，请稍后再试'],
  503: ['unavailable', '系统正在重启，请一分钟后再试'],
}

/** The one place where an error becomes an answer: RFC 9457, with a request id that also stands in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }
}

const logger = new Logger('http')

/** Answers an error. Also for what goes wrong in Fastify before Nest is asked. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error, request)
  if (typeof problem.extras.retryAfter === 'number') reply.header('retry-after', problem.extras.retryAfter)
  void reply
    .status(problem.status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: problem.title,
      status: problem.status,
      code: problem.code,
      ...problem.extras,
      ...(problem.fields.length > 0 && { errors: problem.fields }),
      requestId: request.id,
    })
}

function asProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  const status = statusOf(error)
  const [code, title] = wordsByStatus[status] ?? ['bad_request', '请求的内容有误，请检查后再试']
  if (status < 500 || status === 503) return new Problem(status, code, title)
  logger.error(
    { requestId: request.id, method: request.method, url: request.routeOptions.url },
    error instanceof Error ? error.stack : String(error),
  )
  return new Problem(500, 'internal_error', `系统出了点问题，请稍后再试。如仍不行，请报出编号 ${request.id}`)
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus()
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 600 ? status : 500
}
