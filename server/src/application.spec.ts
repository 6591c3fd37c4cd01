import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../test/app.fixture.js'

describe('the server', () => {
  let server: TestApp
  beforeAll(async () => {
    server = await startApp({ config: { hasRateLimits: true } })
  })
  afterAll(() => server.stop())

  it('believes no forwarded address when no proxy of our own stands in front', async () => {
    const ask = (address: string) =>
      server.call('GET', '/progress/MS20261116-0001-3?phoneTail=1234', {
        headers: { 'x-forwarded-for': address },
      })
    const answers: number[] = []
    for (let i = 0; i < 21; i += 1) answers.push((await ask(`203.0.113.${i}`)).status)
    expect(answers.at(-1)).toBe(429)
  })

  it('answers an address that cannot be decoded as a problem too', async () => {
    const { status, body, headers } = await server.call('GET', '/needs/%E0%A4%A')
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 400,
      type: 'application/problem+json; charset=utf-8',
    })
    expect(body).toMatchObject({ code: 'bad_request', status: 400 })
  })
})
