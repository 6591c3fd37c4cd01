import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { brokenAt } from './event-chain.js'
import { aNeed, type FiledNeed, tokenOf } from './a-need.fixture.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const TIMES = 50

describe('fifty people at once', () => {
  it.each([
    [
      'accept an order',
      'chengguan',
      () => aNeed(server),
      (need: FiledNeed) => need.act('chengguan', 'accept'),
    ],
    [
      'approve an answer',
      'chengguan-shenhe',
      () => aNeed(server).accepted().contacted().answered(),
      (need: FiledNeed) => need.act('chengguan-shenhe', 'approve'),
    ],
    ['withdraw a need', '', () => aNeed(server), (need: FiledNeed) => need.ask('withdraw')],
    [
      'ask the complainant',
      'chengguan',
      () => aNeed(server).accepted(),
      (need: FiledNeed) => need.ask('ask', { question: '请问是哪一栋楼？' }, 'chengguan'),
    ],
    [
      'answer a question',
      '',
      () => aNeed(server).accepted().asked(),
      (need: FiledNeed) => need.ask('supply', { text: '三号楼' }),
    ],
  ] as const)(
    '%s: one does, the others are told that it is done',
    async (_, who, story, act) => {
      const need = await story().there()
      await tokenOf(server, who || need.by)
      const before = (await need.row()).eventCount
      const answers = await Promise.all(Array.from({ length: TIMES }, () => act(need)))
      const codes = answers
        .map(({ status, body }) => (typeof body.code === 'string' ? `${status} ${body.code}` : `${status}`))
        .sort()
      expect(codes).toEqual(['200', ...Array.from({ length: TIMES - 1 }, () => '409 transition_not_allowed')])
      const acts = (await need.events()).slice(before).filter(({ act: name }) => name !== 'cancel')
      expect(acts).toHaveLength(1)
      expect(brokenAt(await need.events(), await need.row())).toBeUndefined()
    },
    60_000,
  )
})
