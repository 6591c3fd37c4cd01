import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'

describe('the main job', () => {
  let server: TestApp
  beforeAll(async () => {
    server = await startApp()
  })
  afterAll(() => server.stop())

  it('routes a street lamp to the city management at once', async () => {
    const as = await server.resident('19900000001')
    const areas = await server.call<{ items: { id: string; name: string }[] }>(
      'GET',
      '/areas?level=community',
    )
    const need = await server.post<{ state: string; department: { name: string } }>('/needs', as, {
      text: '小区南门的路灯坏了半个月，老人晚上出门看不清台阶',
      areaId: areas.body.items[0]?.id,
    })
    expect(need).toMatchObject({
      status: 201,
      body: { state: 'dispatched', department: { name: '城市管理局' } },
    })
  })
})
