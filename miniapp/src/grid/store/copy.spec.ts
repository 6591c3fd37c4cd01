import { describe, expect, it } from '@jest/globals'
import type { ChangesView, GridTaskView, HouseholdView } from '@/services/api'
import { download, forgetCopy, type GridCopy, loadCopy, nothingKnown } from './copy'
import { Drawer, Killed } from './phone.fixture'

const heard = '2026-11-20T02:00:00.000Z'
const now = new Date(heard)
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

const household = (id: string, over: Partial<HouseholdView> = {}): HouseholdView => ({
  id,
  version: 1,
  gridId: 'g1',
  building: '3 号楼',
  unit: '2 单元',
  room: '501',
  doorCode: 'd-1',
  marks: [],
  note: null,
  residents: [],
  latestVisits: [],
  lastMetAt: null,
  unvisitedSince: heard,
  nextVisitOn: null,
  ...over,
})
const task = (id: string, gridId = 'g1'): GridTaskView => ({
  id,
  gridId,
  kind: 'check',
  scope: 'household',
  title: '燃气检查',
  text: '',
  choices: [],
  dueOn: '2026-12-05',
  total: 2,
  reported: 0,
  reportedHouseholdIds: [],
})
const page = (cursor: string, over: Partial<ChangesView> = {}): ChangesView => ({
  serverTime: heard,
  cursor,
  more: false,
  grids: [{ id: 'g1', name: '第一网格', communityName: '学府社区' }],
  households: [],
  tasks: [],
  tombstones: [],
  ...over,
})

/** Answers by the cursor. */
const server = (pages: Record<string, ChangesView>) => async (cursor: string | null) => {
  const found = pages[cursor ?? 'start']
  if (!found) throw new Error(`no page after ${cursor}`)
  return found
}
const shape = ({ households, tasks, cursor, grids }: GridCopy) => ({
  households: [...households.values()].map(({ id, version }) => `${id}@${version}`).sort(),
  tasks: [...tasks.keys()].sort(),
  cursor,
  grids: grids.map(({ id }) => id),
})

const twoPages = {
  start: page('c1', { more: true, households: [household('h1'), household('h2')], tasks: [task('t1')] }),
  c1: page('c2', { households: [household('h3'), household('h1', { version: 2 })] }),
  c2: page('c3', {
    households: [household('h4')],
    tombstones: [
      { kind: 'household', id: 'h2' },
      { kind: 'task', id: 't1' },
    ],
  }),
}
const whole = { households: ['h1@2', 'h3@1', 'h4@1'], tasks: [], cursor: 'c3', grids: ['g1'] }

describe('the grid on the phone', () => {
  it('is fetched page by page, then only what has changed, and is there without signal', async () => {
    const drawer = new Drawer()
    const first = await download(drawer, nothingKnown, server(twoPages), () => {})
    expect(shape(first)).toEqual({
      households: ['h1@2', 'h2@1', 'h3@1'],
      tasks: ['t1'],
      cursor: 'c2',
      grids: ['g1'],
    })
    const second = await download(drawer, await loadCopy(drawer, now), server(twoPages), () => {})
    expect(shape(second)).toEqual(whole)
    expect(shape(await loadCopy(drawer, now))).toEqual(whole)
  })

  it('loses the households and tasks of a grid that is no more its own', async () => {
    const drawer = new Drawer()
    const pages = {
      start: page('c1', {
        households: [household('h1'), household('h2', { gridId: 'g2' })],
        tasks: [task('t1'), task('t2', 'g2')],
      }),
      c1: page('c2', { grids: [], tombstones: [{ kind: 'grid', id: 'g1' }] }),
    }
    const before = await download(drawer, nothingKnown, server(pages), () => {})
    await download(drawer, before, server(pages), () => {})
    expect(shape(await loadCopy(drawer, now))).toEqual({
      households: ['h2@1'],
      tasks: ['t2'],
      cursor: 'c2',
      grids: [],
    })
  })

  it('becomes the same, at whatever step the app is killed', async () => {
    for (let step = 0; ; step++) {
      const drawer = new Drawer()
      drawer.killIn = step
      let isKilled = false
      const run = async () => {
        const copy = await loadCopy(drawer, now)
        const first = await download(drawer, copy, server(twoPages), () => {})
        if (first.cursor === 'c2') await download(drawer, first, server(twoPages), () => {})
      }
      await run().catch((thrown: unknown) => {
        if (!(thrown instanceof Killed)) throw thrown
        isKilled = true
      })
      drawer.revive()
      if (!isKilled) {
        expect(step).toBeGreaterThan(20) // there were steps to be killed at
        return
      }
      const isDone = (await loadCopy(drawer, now)).cursor === 'c3'
      if (!isDone) await run()
      expect(shape(await loadCopy(drawer, now))).toEqual(whole)
    }
  })

  it('is deleted after seven days without contact, and when it is forgotten', async () => {
    const drawer = new Drawer()
    await download(
      drawer,
      nothingKnown,
      server({ start: page('c1', { households: [household('h1')] }) }),
      () => {},
    )
    expect(shape(await loadCopy(drawer, later(7)))).toMatchObject({ households: ['h1@1'] })
    expect(await loadCopy(drawer, later(7.01))).toEqual(nothingKnown)
    expect(drawer.entries.size).toBe(0)

    await download(
      drawer,
      nothingKnown,
      server({ start: page('c1', { households: [household('h1')] }) }),
      () => {},
    )
    await forgetCopy(drawer)
    expect(drawer.entries.size).toBe(0)
  })
})
