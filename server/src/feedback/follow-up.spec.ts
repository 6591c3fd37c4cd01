import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import {
  aNeed,
  type FiledNeed,
  get,
  must,
  noise,
  noticesOf,
  phone,
  post,
} from '../handling/a-need.fixture.js'
import { Relay } from '../messages/index.js'
import { Category } from '../routing/index.js'
import type { FollowUpOfNeed, FollowUpView } from './follow-up.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(() => server.present.set(mondayMorning))

const neighbour = '19900000002'
const ofNeed = async (need: FiledNeed) =>
  must(await get<FollowUpOfNeed>(server, phone, `/needs/${need.id}/follow-up`)).followUp
const say = (need: FiledNeed, body: object, who = phone) =>
  post<FollowUpView & { code: string }>(server, who, `/needs/${need.id}/follow-up`, body)
/** What was done has its effects, then so much time passes and the timers run. */
async function after(time: number): Promise<void> {
  await server.app.get(Relay).drain()
  server.present.advance(time)
  await server.app.get(TimerEngine).sweep()
  await server.app.get(Relay).drain()
}
const closedWorks = () => aNeed(server, { text: noise }).worked().rated({ level: 5 }).there()

describe('the second question', () => {
  it('is asked 28 days after works were closed, once', async () => {
    const need = await closedWorks()
    await after(27 * DAY)
    expect(await ofNeed(need)).toBeNull()
    await after(DAY + HOUR)
    expect(await ofNeed(need)).toEqual({
      askedAt: server.present.now().toISOString(),
      holds: null,
      isOpen: true,
    })
    const asked = (words: string) => words.includes('办好四周了')
    expect((await noticesOf(need)).filter(asked)).toHaveLength(1)
    await after(28 * DAY)
    expect((await noticesOf(need)).filter(asked)).toHaveLength(1)
  })

  it('is asked of what nobody rated, too', async () => {
    const need = await aNeed(server).worked().there()
    await after(14 * DAY + HOUR)
    await after(28 * DAY + HOUR)
    expect(await ofNeed(need)).toMatchObject({ holds: null, isOpen: true })
  })

  it('starts once, also when more is said of the rating', async () => {
    const need = await closedWorks()
    await after(HOUR)
    must(await need.rate({ level: 5, words: '谢谢' }))
    await after(28 * DAY)
    expect((await need.events()).filter(({ act }) => act === 'followUp')).toHaveLength(1)
    must(await need.rate({ level: 5, words: '再次感谢' }))
    await after(29 * DAY)
    expect((await need.events()).filter(({ act }) => act === 'followUp')).toHaveLength(1)
  })

  it('is not asked while it is worked on again, and begins anew when that is done', async () => {
    const need = await closedWorks()
    await after(5 * DAY)
    must(await need.ask('reopen', { reason: '昨晚又开始打桩' }))
    await after(24 * DAY)
    expect(await ofNeed(need)).toBeNull()
    expect((await need.events()).some(({ act }) => act === 'followUp')).toBe(false)
  })

  it('is for works: advice is not asked about again', async () => {
    const { reader } = server.unitOfWork
    const { categoryId } = await (await aNeed(server).there()).row()
    const works = { id: categoryId ?? '' }
    expect(await reader.findOneBy(Category, works)).toMatchObject({ isFollowedUp: true })
    expect(await reader.findOneBy(Category, { code: 'education.enrolment' })).toMatchObject({
      isFollowedUp: false,
    })
    await server.changed((tx) => tx.update(Category, works, { isFollowedUp: false }))
    const need = await closedWorks()
    await after(29 * DAY)
    expect(await ofNeed(need)).toBeNull()
    await server.changed((tx) => tx.update(Category, works, { isFollowedUp: true }))
  })
})

describe('its answer', () => {
  const asked = async () => {
    const need = await closedWorks()
    await after(28 * DAY + HOUR)
    return need
  }

  it('is one tap, told in the need’s story, and can be changed while it is open', async () => {
    const need = await asked()
    expect(must(await say(need, { holds: true })).holds).toBe(true)
    expect(must(await say(need, { holds: false })).holds).toBe(false)
    expect(await ofNeed(need)).toMatchObject({ holds: false })
    const titles = (await need.view()).timeline.map(({ title }) => title)
    expect(titles.slice(0, 2)).toEqual(['您说：问题又出现了', '您说：一直很好'])
  })

  it('that it broke again can reopen the need', async () => {
    const need = await asked()
    must(await say(need, { holds: false }))
    expect((await need.view()).allowedActs).toContain('reopen')
    expect(must(await need.ask('reopen', { reason: '昨晚又开始打桩' })).state).toBe('handling')
  })

  it.each([{}, { holds: 'no' }, { holds: true, stars: 5 }])('is refused as %j', async (body) => {
    const need = await asked()
    expect((await say(need, body)).status).toBe(400)
    expect(await ofNeed(need)).toMatchObject({ holds: null })
  })

  it('is refused before it was asked, after two weeks, and from anybody else', async () => {
    const early = await closedWorks()
    expect((await say(early, { holds: true })).body).toMatchObject({
      status: 404,
      code: 'follow_up_not_found',
    })
    const need = await asked()
    expect((await say(need, { holds: true }, neighbour)).body).toMatchObject({
      status: 404,
      code: 'need_not_found',
    })
    expect((await say(need, { holds: true }, 'chengguan')).status).toBe(403)
    server.present.advance(14 * DAY + HOUR)
    expect((await say(need, { holds: true })).body).toMatchObject({ status: 409, code: 'follow_up_closed' })
    expect(await ofNeed(need)).toMatchObject({ holds: null, isOpen: false })
  })
})
