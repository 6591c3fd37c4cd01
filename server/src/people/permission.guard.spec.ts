import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Controller, Get, Module } from '@nestjs/common'
import { SignJWT } from 'jose'
import { Limited } from '../platform/rate-limit.js'
import { AccessTokens } from './access-tokens.js'
import { CurrentPerson, PeopleModule, Permit, type Person, Public } from './index.js'
import { type Parts, startParts } from './parts.fixture.js'

@Controller('rooms')
class Rooms {
  @Get('open')
  @Public()
  open(): string {
    return 'open'
  }
  @Get('scores')
  @Permit('scores.read')
  scores(@CurrentPerson() person: Person): Person {
    return person
  }
  @Get('forgotten')
  forgotten(): string {
    return 'nobody thought of a permission'
  }
  @Get('limited')
  @Permit('person.self')
  @Limited({ name: 'room', points: 2, seconds: 60, by: 'person' })
  limited(): string {
    return 'in'
  }
  @Get('limited-by-address')
  @Public()
  @Limited({ name: 'hall', points: 2, seconds: 60, by: 'address' })
  limitedByAddress(): string {
    return 'in'
  }
}
@Module({ controllers: [Rooms] })
class RoomsModule {}

const leader: Person = {
  id: '01JD0000000000000000000009',
  kind: 'staff',
  roles: ['leader'],
  departmentId: null,
  areaId: null,
}
const sessionId = '01JD0000000000000000000008'
const handler: Person = { ...leader, id: '01JD0000000000000000000007', roles: ['handler'] }

let parts: Parts
beforeAll(async () => {
  parts = await startParts([PeopleModule, RoomsModule], { hasRateLimits: true })
})
afterAll(() => parts.stop())

const sign = (person: Person) => parts.app.get(AccessTokens).sign({ person, sessionId })
async function get(room: string, authorization?: string, remoteAddress = '10.0.0.1') {
  const headers = authorization === undefined ? {} : { authorization }
  const answer = await parts.app.inject({ url: `/api/v1/rooms/${room}`, headers, remoteAddress })
  return { status: answer.statusCode, answer }
}

describe('the permission guard', () => {
  it('lets anybody into a public route', async () => {
    expect((await get('open')).status).toBe(200)
    expect((await get('open', 'Bearer rubbish')).status).toBe(200)
  })

  it('refuses a route for which nobody declared a permission, even to a leader', async () => {
    const { status, answer } = await get('forgotten', `Bearer ${await sign(leader)}`)
    expect([status, answer.json().code]).toEqual([403, 'forbidden'])
    expect((await get('forgotten')).status).toBe(403)
  })

  it('hands the route the person that the token names', async () => {
    const { answer } = await get('scores', `Bearer ${await sign(leader)}`)
    expect(answer.json()).toEqual(leader)
  })

  it('refuses a role without the permission', async () => {
    const { answer } = await get('scores', `Bearer ${await sign(handler)}`)
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' })
  })

  it.each([undefined, '', 'Bearer', 'Bearer rubbish', 'Basic YTpi', 'Bearer a.b.c'])(
    'asks to sign in when the header is %j',
    async (authorization) => {
      const { answer } = await get('scores', authorization)
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(answer.json()).toMatchObject({ status: 401, code: 'unauthenticated', title: '请先登录' })
    },
  )

  it('trusts no token that was signed with another key, altered, or not signed', async () => {
    const exp = Math.floor(parts.present.now().getTime() / 1000) + 60
    const claims = { sub: leader.id, sid: sessionId, kind: 'staff', roles: ['leader'], exp }
    const foreign = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1))
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`
    const [header, , signature] = (await sign(handler)).split('.')
    const altered = [header, part(claims), signature].join('.')
    for (const token of [foreign, unsigned, altered])
      expect((await get('scores', `Bearer ${token}`)).status).toBe(401)
  })

  it('forgets a token that it has checked when the token expires', async () => {
    const bearer = `Bearer ${await sign(leader)}`
    expect((await get('scores', bearer)).status).toBe(200)
    parts.present.advance(15 * 60_000 + 1)
    expect((await get('scores', bearer)).status).toBe(401)
  })
})

describe('a limited route', () => {
  it('counts each person apart, whatever the address, and says when to come back', async () => {
    const [one, other] = [`Bearer ${await sign(leader)}`, `Bearer ${await sign(handler)}`]
    expect((await get('limited', one, '10.0.0.1')).status).toBe(200)
    expect((await get('limited', one, '10.0.0.2')).status).toBe(200)
    const { answer } = await get('limited', one, '10.0.0.3')
    expect(answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(50)
    expect((await get('limited', other)).status).toBe(200)
  })

  it('counts each address apart where nobody is signed in', async () => {
    const statuses = []
    for (const address of ['10.1.0.1', '10.1.0.1', '10.1.0.1', '10.1.0.2'])
      statuses.push((await get('limited-by-address', undefined, address)).status)
    expect(statuses).toEqual([200, 200, 429, 200])
  })

  it('is open to all when the configuration turns limits off', async () => {
    const free = await startParts([PeopleModule, RoomsModule], { hasRateLimits: false })
    const url = '/api/v1/rooms/limited-by-address'
    const answers = await Promise.all([1, 2, 3].map(() => free.app.inject({ url })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    await free.stop()
  })
})
