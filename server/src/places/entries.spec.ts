import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { Areas } from './areas.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const read = (scene: string) => server.call('GET', `/entries/${encodeURIComponent(scene)}`)

it('says what a scanned code stands for, to anybody', async () => {
  const { status, body } = await read('d-xuefu-12-1')
  expect(status).toBe(200)
  expect(body).toEqual({
    kind: 'door',
    areaId: expect.stringMatching(/^[0-9A-Z]{26}$/),
    area: expect.objectContaining({ name: '学府社区', level: 'community', streetName: expect.any(String) }),
    departmentId: null,
    words: '学府社区 12 号楼 1 单元',
  })
  const area = await server.app.get(Areas).byId(String(body.areaId))
  expect(area?.name).toBe('学府社区')
})

it('knows a department’s code too, and does not mind capitals', async () => {
  expect((await read('P-Gongshui')).body).toMatchObject({
    kind: 'department',
    areaId: null,
    area: null,
    words: '供水公司营业厅',
  })
})

it('says that a code is out of use', async () => {
  expect((await read('d-nowhere')).body).toMatchObject({ status: 404, code: 'entry_not_found' })
})

it.each(['望江门', 'a b', 'a%41', 'x'.repeat(33)])('refuses "%s", which no code can hold', async (scene) => {
  expect((await read(scene)).body).toMatchObject({ status: 400, code: 'scene_invalid' })
})
