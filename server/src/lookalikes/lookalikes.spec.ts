import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import {
  aNeed,
  aPhoto,
  areaOf,
  type FiledNeed,
  get,
  idOf,
  must,
  noise,
  phone,
  post,
  streetLamp,
} from '../handling/a-need.fixture.js'
import type { NeedView } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Category } from '../routing/index.js'
import { ContentCheck } from '../safety/content-check.entity.js'
import type { LookalikeList, LookalikeView } from './lookalike.dto.js'
import { Lookalike } from './lookalike.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.present.set(mondayMorning)
  await server.app.get(Relay).drain()
  await server.unitOfWork.run((tx) => tx.clear(Lookalike))
})

const neighbour = '19900000002'
const here = { latitude: 36.0257, longitude: 117.9313 }
/** So many metres to the north. */
const northOf = (metres: number) => ({ ...here, latitude: here.latitude + metres / 111_195 })

/** What one is shown who writes this here. */
async function like(text = streetLamp, who = neighbour, place: object = here): Promise<LookalikeView[]> {
  await server.app.get(Relay).drain()
  return must(await post<LookalikeList>(server, who, '/lookalikes', { text, place })).items
}
const aLamp = (more: object = {}) => aNeed(server, { text: streetLamp, place: northOf(80), ...more })

describe('look-alikes while filing', () => {
  it('say what, where, how far, how it stands and since when', async () => {
    await aLamp().accepted().there()
    expect(await like('路灯不亮了')).toEqual([
      {
        id: expect.any(String),
        categoryName: '路灯',
        words: ['路灯坏了'],
        areaName: expect.stringMatching(/社区$/),
        metres: 80,
        state: 'handling',
        stateWords: '办理中',
        departmentName: '城市管理局',
        submittedAt: expect.any(String),
        persons: 1,
        photo: null,
      },
    ])
  })

  it('hold no word of the resident, and nothing that leads to the need or the person', async () => {
    const need = await aLamp({
      contactPhone: '13700000007',
      text: `${streetLamp}，我是3栋501的张小明`,
    }).there()
    const shown = await like()
    expect(shown).toHaveLength(1)
    const row = await need.row()
    const secrets = [row.id, row.receiptNo, row.residentId, row.title, '张小明', '501', '13700000007', '台阶']
    for (const secret of secrets) expect(JSON.stringify(shown)).not.toContain(secret)
    const id = shown[0]?.id ?? ''
    expect((await get(server, neighbour, `/needs/${id}`)).status).toBe(404)
    expect((await get(server, neighbour, `/needs/${row.id}`)).status).toBe(404)
  })

  it.each([
    ['asked to stay unknown', { anonymous: true }],
    ['wrote of danger to life', { text: `${streetLamp}，老人摔伤了` }],
    ['is too far away', { place: northOf(300) }],
  ])('are not those of somebody who %s', async (_, body) => {
    await aLamp(body).there()
    expect(await like()).toEqual([])
  })

  it('are not one’s own, nor those that are no more, nor those of a private matter', async () => {
    await aLamp().there()
    expect(await like(streetLamp, phone)).toEqual([])
    const withdrawn = await aLamp({}).then('withdraw').there()
    await aNeed(server, { text: '低保申请三个月没有消息，家里揭不开锅', place: here })
      .dispatchedTo('minzheng', 'civil.dibao')
      .there()
    const shown = await like('低保申请没有消息')
    expect(shown).toEqual([])
    expect(await like()).toHaveLength(1)
    expect((await withdrawn.row()).state).toBe('withdrawn')
  })

  it('leave out what content safety has doubts about', async () => {
    const need = await aLamp().there()
    await server.unitOfWork.run((tx) => insertRows(tx, ContentCheck, [doubtAbout(need)]))
    expect(await like()).toEqual([])
  })

  it('show what was closed lately, and not what was long ago', async () => {
    await aLamp({ text: noise }).worked().rated({ level: 5, solved: true }).there()
    expect((await like(noise))[0]).toMatchObject({ state: 'closed', stateWords: '已办结' })
    server.present.advance(29 * DAY)
    expect(await like(noise)).toHaveLength(1)
    server.present.advance(2 * DAY)
    expect(await like(noise)).toEqual([])
  })

  it('are at most five, the likeliest first', async () => {
    for (const text of [
      '路灯坏了',
      '路灯坏了请修',
      '小区北门路灯不亮',
      '路灯一闪一闪',
      '路灯杆歪了',
      '路灯不亮',
    ])
      await aLamp({ text: `${text}，晚上路灯全黑` }).there()
    await aLamp().there()
    const shown = await like()
    expect(shown).toHaveLength(5)
    expect(shown[0]?.words).toEqual(expect.arrayContaining(['路灯坏了']))
  })

  it('keep to the distance of their category', async () => {
    await aLamp().there()
    const id = await idOf(server, 'category', 'urban.streetlight')
    const within = async (lookalikeMetres: number | null) => {
      await server.changed((tx) => tx.update(Category, { id }, { lookalikeMetres }))
      return like()
    }
    expect(await within(50)).toEqual([])
    expect(await within(null)).toHaveLength(1)
  })

  it('are found by the community where nobody has said the place exactly', async () => {
    const areaId = await areaOf(server, '望江门社区')
    await aNeed(server, { text: streetLamp, areaId }).there()
    await server.app.get(Relay).drain()
    const body = { text: '小区南门的路灯坏了，看不清台阶', areaId }
    const { items } = must(await post<LookalikeList>(server, neighbour, '/lookalikes', body))
    expect(items).toMatchObject([{ categoryName: '路灯', metres: null, areaName: '望江门社区' }])
  })

  it('are for residents, with a text, and of a place outside there are none', async () => {
    expect((await post(server, 'chengguan', '/lookalikes', { text: streetLamp })).status).toBe(403)
    expect((await server.call('POST', '/lookalikes', { body: { text: streetLamp } })).status).toBe(401)
    for (const body of [
      {},
      { text: '' },
      { text: 'x'.repeat(2001) },
      { text: 'x', place: { latitude: 'x' } },
    ])
      expect((await post(server, neighbour, '/lookalikes', body)).status).toBe(400)
    expect(await like(streetLamp, neighbour, { latitude: 1, longitude: 1 })).toEqual([])
    expect(
      must(await post<LookalikeList>(server, neighbour, '/lookalikes', { text: streetLamp })).items,
    ).toEqual([])
  })

  it('are forgotten after ninety days', async () => {
    await aLamp().there()
    await server.app.get(Relay).drain()
    const count = () => server.unitOfWork.reader.count(Lookalike)
    await server.app.get(Housekeeping).sweep()
    expect(await count()).toBe(1)
    server.present.advance(91 * DAY)
    await server.app.get(Housekeeping).sweep()
    expect(await count()).toBe(0)
  })
})

describe('我也遇到', () => {
  const join = async (sameAs: string | undefined, text = streetLamp) =>
    must(await post<NeedView>(server, neighbour, '/needs', { text, place: here, sameAs }))

  it('files a need of one’s own that follows the other one', async () => {
    const master = await aLamp().accepted().there()
    const [shown] = await like()
    const joined = await join(shown?.id)
    expect(joined).toMatchObject({
      state: 'merged',
      receiptNo: expect.stringMatching(/^MS/),
      master: { state: 'handling', department: { name: '城市管理局' } },
    })
    expect((await like(streetLamp, '19900000003'))[0]).toMatchObject({ persons: 2 })
    expect((await master.view()).timeline[0]?.title).toBe('另有 1 件同类诉求，一起办理')
    must(await post(server, 'fenpai', `/needs/${joined.id}/acts/split`))
    expect(must(await get<NeedView>(server, neighbour, `/needs/${joined.id}`)).state).toBe('submitted')
  })

  it('never stands in the way: what is answered, closed or unknown is filed on its own', async () => {
    await aLamp({ text: noise }).worked().there()
    const [shown] = await like(noise)
    expect((await join(shown?.id)).state).toBe('dispatched')
    expect((await join('01JD0000000000000000000001')).state).toBe('dispatched')
    const bad = await post(server, neighbour, '/needs', { text: streetLamp, place: here, sameAs: 'x' })
    expect(bad.status).toBe(400)
  })

  it('brings the answer of the other one, to be rated alone', async () => {
    const master = await aLamp().accepted().there()
    const [shown] = await like()
    const { id } = await join(shown?.id)
    must(await master.act('chengguan', 'contact', { how: 'phone', note: '已联系' }))
    const text = '已更换灯头并检查了整条线路，今晚恢复照明，请您晚上看看'
    must(
      await master.act('chengguan', 'submitAnswer', {
        text,
        result: 'solved',
        attachmentIds: [await aPhoto(server, 'chengguan')],
      }),
    )
    must(await master.act('chengguan-shenhe', 'approve'))
    await server.app.get(Relay).drain()
    expect(must(await get<NeedView>(server, neighbour, `/needs/${id}`))).toMatchObject({
      state: 'answered',
      answer: { text },
    })
  })
})

function doubtAbout(need: FiledNeed): ContentCheck {
  const at = server.present.now()
  return {
    id: newId(at),
    needId: need.id,
    kind: 'text',
    subjectId: newId(at),
    state: 'flagged',
    traceId: null,
    suggest: 'risky',
    label: 20003,
    createdAt: at,
    checkedAt: at,
    decision: null,
    decidedById: null,
    decidedAt: null,
  }
}
