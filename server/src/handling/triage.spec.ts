import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, must, vague } from './a-need.fixture.js'
import type { TriagePage, TriageView } from './need.dto.js'
import { Need } from './need.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
}, 300_000)
afterAll(() => server.stop())

/** Filed one minute after another, as nobody knows what it is about. */
async function filed(count: number): Promise<FiledNeed[]> {
  const needs: FiledNeed[] = []
  for (let each = 0; each < count; each += 1) {
    server.present.advance(MINUTE)
    needs.push(await aNeed(server, { text: vague }).there())
  }
  return needs
}

/** As if it had been filed at the door of a household with a mark. */
const greened = (needs: readonly FiledNeed[]) =>
  server.changed(async (tx) => {
    for (const { id } of needs) await tx.update(Need, { id }, { isGreenChannel: true, urgency: 'urgent' })
  })

async function all(cursor = ''): Promise<TriageView[]> {
  const page = must(await get<TriagePage>(server, 'fenpai', `/triage?cursor=${cursor}`))
  return page.nextCursor === null ? page.items : [...page.items, ...(await all(page.nextCursor))]
}

describe('the dispatcher’s list', () => {
  it('begins with danger, then the green channel, the returns, the others; over all pages each stands once', async () => {
    const returned = await aNeed(server).accepted().returned().there()
    const plain = await filed(22)
    const green = await filed(21)
    await greened(green)
    const [inquiry] = await filed(1)
    await server.changed(
      async (tx) => void (await tx.update(Need, { id: inquiry?.id ?? '' }, { urgency: 'inquiry' })),
    )
    server.present.advance(MINUTE)
    const danger = await aNeed(server, { text: '楼道里有很重的煤气味' }).there()
    const seen = await all()
    expect(seen.map(({ id }) => id)).toEqual(
      [danger, ...green, returned, ...plain, inquiry].map((need) => need?.id),
    )
    expect(seen.filter(({ greenChannel }) => greenChannel)).toHaveLength(green.length)
    expect(seen.filter(({ kind }) => kind === 'return')).toHaveLength(1)
  })

  it('shows the shorter limit of the green channel, and nothing of why it is open', async () => {
    const first = (await all()).find(({ greenChannel }) => greenChannel)
    expect(Date.parse(first?.dispatchDueAt ?? '') - Date.parse(first?.submittedAt ?? '')).toBe(30 * MINUTE)
    expect(JSON.stringify(first)).not.toMatch(/aged80|livingAlone|disabled|lowIncome|newborn/)
  })
})
