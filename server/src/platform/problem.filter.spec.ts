import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Body, Controller, Get, HttpException, type LoggerService, Module, Post, Req } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyRequest } from 'fastify'
import { conflict, invalid, notFound, tooMany } from './problem.js'
import { ProblemFilter } from './problem.filter.js'

@Controller('refusals')
class RefusalController {
  @Get('plain')
  plain() {
    throw notFound('need_not_found', '没有找到这件诉求，请核对单号')
  }
  @Get('with-extras')
  withExtras() {
    throw conflict('transition_not_allowed', '现在不能这样做', { state: 'closed', allowed: ['reopen'] })
  }
  @Get('fields')
  fields() {
    throw invalid([
      { field: 'text', message: '请写下您的困难' },
      { field: 'place.latitude', message: '位置不对' },
    ])
  }
  @Get('too-many')
  tooMany() {
    throw tooMany(90)
  }
  @Get('nest')
  nest() {
    throw new HttpException('You shall not pass', 403)
  }
  @Get('teapot')
  teapot() {
    throw new HttpException('short and stout', 418)
  }
  @Get('bad-gateway')
  badGateway() {
    throw new HttpException('10.0.0.7 refused', 502)
  }
  @Get('unknown')
  unknown() {
    throw new Error('ECONNREFUSED mysql://root:secret@10.0.0.7')
  }
  @Get('no-error')
  noError() {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a library may throw anything
    throw 'secret'
  }
  @Get('request-id')
  requestId(@Req() request: FastifyRequest) {
    return { requestId: request.id }
  }
  @Post('echo')
  echo(@Body() body: unknown) {
    return { body }
  }
}

@Module({ controllers: [RefusalController] })
class RefusalModule {}

/** Keeps what would be logged. */
class KeptLog implements LoggerService {
  readonly errors: unknown[][] = []
  error(...line: unknown[]): void {
    this.errors.push(line)
  }
  log(): void {}
  warn(): void {}
}

const log = new KeptLog()
let app: NestFastifyApplication
let address: string
beforeAll(async () => {
  const adapter = new FastifyAdapter({ bodyLimit: 1000 })
  app = await NestFactory.create<NestFastifyApplication>(RefusalModule, adapter, { logger: log })
  app.useGlobalFilters(new ProblemFilter())
  await app.listen(0, '127.0.0.1')
  address = await app.getUrl()
})
afterAll(() => app.close())
beforeEach(() => void log.errors.splice(0))

async function ask(path: string, init?: RequestInit) {
  const answer = await fetch(`${address}${path}`, init)
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as { requestId: string },
  }
}
const post = (body: string, contentType = 'application/json') =>
  ask('/refusals/echo', { method: 'POST', body, headers: { 'content-type': contentType } })

describe('a refusal', () => {
  it('is problem+json in UTF-8, with a code for programs and words for people', async () => {
    const { status, headers, body } = await ask('/refusals/plain')
    expect(status).toBe(404)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json(; charset=utf-8)?$/)
    expect(body).toEqual({
      type: 'about:blank',
      title: '没有找到这件诉求，请核对单号',
      status: 404,
      code: 'need_not_found',
      requestId: expect.stringMatching(/./),
    })
  })

  it('carries what helps the caller on', async () => {
    const { status, body } = await ask('/refusals/with-extras')
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'transition_not_allowed', state: 'closed', allowed: ['reopen'] })
  })

  it('names each field, and repeats the first mistake as its title', async () => {
    const { status, body } = await ask('/refusals/fields')
    expect(status).toBe(400)
    expect(body).toMatchObject({
      title: '请写下您的困难',
      code: 'validation_failed',
      errors: [
        { field: 'text', message: '请写下您的困难' },
        { field: 'place.latitude', message: '位置不对' },
      ],
    })
  })

  it('of too many requests says when to come back, to programs twice', async () => {
    const { status, headers, body } = await ask('/refusals/too-many')
    expect(status).toBe(429)
    expect(headers.get('retry-after')).toBe('90')
    expect(body).toMatchObject({ retryAfter: 90, title: '操作太频繁，请 2 分钟 后再试' })
  })

  it('has another request id each time', async () => {
    const [one, other] = [await ask('/refusals/plain'), await ask('/refusals/plain')]
    expect(one.body.requestId).not.toBe(other.body.requestId)
  })

  it('is not logged as an error', async () => {
    await ask('/refusals/plain')
    await ask('/refusals/nest')
    expect(log.errors).toEqual([])
  })
})

describe('a refusal by the framework', () => {
  it.each([
    ['/refusals/nest', 403, 'forbidden'],
    ['/refusals/teapot', 418, 'bad_request'],
    ['/no/such/route', 404, 'not_found'],
    ['/refusals/echo', 404, 'not_found'],
  ])('of %s is a problem too, in Chinese: %i %s', async (path, status, code) => {
    const { headers, body } = await ask(path)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body).toMatchObject({ status, code, title: expect.stringMatching(/^[\p{Script=Han}，]+$/u) })
  })

  it.each([
    ['that is broken', '{"text": ', 400, 'bad_request'],
    ['that is empty', '', 400, 'bad_request'],
    ['that reaches for the prototype', '{"__proto__": {"isAdministrator": true}}', 400, 'bad_request'],
    ['that is too large', JSON.stringify({ text: '长'.repeat(1000) }), 413, 'too_large'],
  ])('of a JSON body %s is a problem too', async (_, text, status, code) => {
    const { headers, body } = await post(text)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body).toMatchObject({ status, code, requestId: expect.stringMatching(/./) })
    expect(log.errors).toEqual([])
  })

  it('of a content type that nobody reads is a problem too', async () => {
    const { body } = await post('<need/>', 'application/xml')
    expect(body).toMatchObject({ status: 415, code: 'type_unsupported' })
  })
})

describe('an error that nobody expected', () => {
  it.each(['unknown', 'no-error', 'bad-gateway'])(
    'tells the caller a number, and nothing of itself: %s',
    async (path) => {
      const { status, body } = await ask(`/refusals/${path}`)
      expect(status).toBe(500)
      expect(body).toEqual({
        type: 'about:blank',
        title: `系统出了点问题，请稍后再试。如仍不行，请报出编号 ${body.requestId}`,
        status: 500,
        code: 'internal_error',
        requestId: expect.stringMatching(/./),
      })
    },
  )

  it('stands in the log under the same number, with where it happened', async () => {
    const { body } = await ask('/refusals/unknown')
    expect(log.errors).toEqual([
      [
        { requestId: body.requestId, method: 'GET', url: '/refusals/unknown' },
        expect.stringContaining('problem.filter.spec'),
        'http',
      ],
    ])
  })

  it('leaves the server answering', async () => {
    await ask('/refusals/unknown')
    expect((await post('{"text":"好"}')).body).toEqual({ body: { text: '好' } })
  })
})
