import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { HOUR, MINUTE } from '@minsheng/shared'
import { get, must, post } from '../handling/a-need.fixture.js'
import type { NeedView } from '../handling/need.dto.js'
import { Relay } from '../messages/index.js'
import { Uploads } from '../attachments/index.js'
import { startWeChatStandIn, type StandIn } from '../stand-ins/wechat/index.js'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { ContentCheck } from './content-check.entity.js'
import type { FlaggedPage, FlaggedView } from './flagged.dto.js'

let server: TestApp
let weChat: StandIn
beforeAll(async () => {
  const held: { now: () => Date } = { now: () => new Date() }
  weChat = await startWeChatStandIn(0, () => held.now())
  const appId = 'wx1'
  server = await startApp({ config: { weChat: { appId, appSecret: 's', baseUrl: weChat.url } } })
  held.now = () => server.present.now()
  // Events come over a real socket.
  await server.app.getHttpAdapter().getInstance().listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.getHttpServer().address() as AddressInfo
  weChat.pushTo({
    url: `http://127.0.0.1:${port}/api/v1/wechat/events`,
    appId,
    ...server.config.weChatEvents,
  })
})
beforeEach(() => server.present.advance(MINUTE))
afterAll(async () => {
  await weChat.stop()
  await server.stop()
})

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFElEQVQYlWM4ISeHBzGMSsthCRYAxWFlkQAj5+wAAAAASUVORK5CYII=',
  'base64',
)
const noise = '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着'

let codes = 0
/** Files a need by a WeChat account; answers the token and what the filing answered. */
async function filed(who: string, text = noise, photos = 0) {
  codes += 1
  interface Signed {
    accessToken: string
    person: { id: string }
  }
  const body = { code: `${who}.${codes}` }
  const { accessToken: token, person } = (await server.call<Signed>('POST', '/sessions/wechat', { body }))
    .body
  const by = { ...person, kind: 'resident', roles: [], departmentId: null, areaId: null } as const
  const attachmentIds: string[] = []
  for (let i = 0; i < photos; i += 1)
    attachmentIds.push((await server.app.get(Uploads).acceptBytes(by, photo)).id)
  const { items } = (await server.call<{ items: { id: string }[] }>('GET', '/areas?level=community')).body
  const answer = await server.post<NeedView>('/needs', token, { text, areaId: items[0]?.id, attachmentIds })
  return { token, need: must(answer), attachmentIds }
}
const relayed = async () => {
  await server.app.get(Relay).drain()
  return weChat.pushed()
}
const checksOf = (needId: string) =>
  server.unitOfWork.reader.find(ContentCheck, { where: { needId }, order: { kind: 'DESC' } })
const flaggedOf = async (needId: string): Promise<FlaggedView[]> => {
  const found: FlaggedView[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: FlaggedPage = must(await get(server, 'fenpai', `/safety/flagged?cursor=${cursor}`))
    found.push(...page.items)
    cursor = page.nextCursor
  }
  return found.filter((each) => each.needId === needId)
}

describe('what a resident files', () => {
  it('is accepted at once, whatever content safety will say', async () => {
    weChat.slowDown(60_000)
    const { need } = await filedSlowly()
    expect(need.receiptNo).toMatch(/^MS/)
    expect(await checksOf(need.id)).toEqual([])
  })

  /** Signing in needs WeChat, filing does not. */
  async function filedSlowly() {
    weChat.slowDown(0)
    const first = await filed('early')
    weChat.slowDown(60_000)
    const again = await server.post<NeedView>('/needs', first.token, {
      text: noise,
      areaId: first.need.area?.id,
    })
    weChat.slowDown(0)
    return { need: must(again) }
  }

  it('is checked afterwards, text and photos, and passes in silence', async () => {
    const { need } = await filed('honest', noise, 2)
    expect(await relayed()).toEqual([200, 200])
    const checks = await checksOf(need.id)
    expect(checks.map(({ kind, state, label }) => [kind, state, label])).toEqual([
      ['text', 'passed', 100],
      ['photo', 'passed', 100],
      ['photo', 'passed', 100],
    ])
    expect(await flaggedOf(need.id)).toEqual([])
  })

  it('goes to a person when its words are risky', async () => {
    const { need } = await filed('rude', `${noise}【违规】`)
    await relayed()
    expect(await flaggedOf(need.id)).toEqual([
      {
        id: expect.any(String),
        kind: 'text',
        needId: need.id,
        receiptNo: need.receiptNo,
        title: need.title,
        text: `${noise}【违规】`,
        attachment: null,
        suggest: 'risky',
        reason: '涉嫌色情',
        filedAt: expect.any(String),
      },
    ])
    const order = (await get<{ items: unknown[] }>(server, 'chengguan', '/work-orders?state=pending')).body
      .items
    expect(order).toContainEqual(expect.objectContaining({ needId: need.id }))
  })

  it('is not checked when nobody of WeChat filed it', async () => {
    const areaId = (await server.call<{ items: { id: string }[] }>('GET', '/areas?level=community')).body
      .items[0]?.id
    const need = must(
      await post<NeedView>(server, '13600000001', '/needs', { text: `${noise}【违规】`, areaId }),
    )
    await relayed()
    expect(await checksOf(need.id)).toEqual([])
  })

  it('goes to a person when WeChat will not judge it', async () => {
    weChat.refuse('/wxa/msg_sec_check', 61010)
    const { need } = await filed('idle')
    await relayed()
    weChat.refuse('/wxa/msg_sec_check', 0)
    expect(await flaggedOf(need.id)).toMatchObject([{ suggest: 'review', reason: '未能自动判断' }])
  })

  it('goes to a person when no verdict has come for nine hours', async () => {
    weChat.refuse('/wxa/media_check_async', -1)
    const { need } = await filed('lost', noise, 1)
    await relayed()
    expect(await flaggedOf(need.id)).toEqual([])
    server.present.advance(9 * HOUR)
    await relayed()
    weChat.refuse('/wxa/media_check_async', 0)
    expect(await flaggedOf(need.id)).toMatchObject([{ kind: 'photo', suggest: 'review' }])
  })
})

describe('a person', () => {
  const decide = (id: string | undefined, decision: string, who = 'fenpai') =>
    post(server, who, `/safety/flagged/${id ?? ''}/decide`, { decision })
  const seen = (token: string, id: string, headers = {}) =>
    server.call<NeedView>('GET', `/needs/${id}`, { as: token, headers })

  it('hides a photo from everybody but staff, also on a page that is open', async () => {
    const { token, need, attachmentIds } = await filed('risky-wang', noise, 1)
    await relayed()
    const [flagged] = await flaggedOf(need.id)
    expect(flagged).toMatchObject({ kind: 'photo', suggest: 'risky', attachment: { id: attachmentIds[0] } })
    const before = await seen(token, need.id)
    expect(before.body.attachments.map(({ id }) => id)).toEqual(attachmentIds)

    expect((await decide(flagged?.id, 'hide')).status).toBe(204)
    const after = await seen(token, need.id, { 'if-none-match': String(before.headers.etag) })
    expect([after.status, after.body.attachments]).toEqual([200, []])
    expect(after.body.timeline.flatMap(({ attachments }) => attachments)).toEqual([])
    const { items } = must(
      await get<{ items: { id: string; needId: string }[] }>(
        server,
        'chengguan',
        '/work-orders?state=pending',
      ),
    )
    const order = items.find(({ needId }) => needId === need.id)
    const desk = must(
      await get<{ attachments: { id: string }[] }>(server, 'chengguan', `/work-orders/${order?.id ?? ''}`),
    )
    expect(desk.attachments.map(({ id }) => id)).toEqual(attachmentIds)
    expect(await flaggedOf(need.id)).toEqual([])
  })

  it('keeps what is harmless, once', async () => {
    const { token, need, attachmentIds } = await filed('review-li', noise, 1)
    await relayed()
    const [flagged] = await flaggedOf(need.id)
    const answers = await Promise.all([decide(flagged?.id, 'keep'), decide(flagged?.id, 'hide')])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    const kept = (await checksOf(need.id)).find(({ kind }) => kind === 'photo')
    expect(kept).toMatchObject({
      state: 'decided',
      decidedById: expect.any(String),
      decidedAt: expect.any(Date),
    })
    const shown = (await seen(token, need.id)).body.attachments.map(({ id }) => id)
    expect(shown).toEqual(kept?.decision === 'keep' ? attachmentIds : [])
  })

  it.each([
    ['fenpai', '01JD0000000000000000000000', 'keep', 404],
    ['fenpai', '01JD0000000000000000000000', 'burn', 400],
    ['chengguan', '01JD0000000000000000000000', 'keep', 403],
  ])('%s gets for %s, %s: %i', async (who, id, decision, status) => {
    expect((await decide(id, decision, who)).status).toBe(status)
  })
})
