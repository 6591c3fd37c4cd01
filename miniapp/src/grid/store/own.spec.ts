import { describe, expect, it } from '@jest/globals'
import type { GridTaskView, HouseholdView } from '@/services/api'
import type { ListedOperation } from './operation'
import { withOwn, withReports } from './own'

const household: HouseholdView = {
  id: 'h',
  version: 1,
  gridId: 'g',
  building: '3 号楼',
  unit: '2 单元',
  room: '501',
  doorCode: 'd',
  marks: [],
  note: '原来的备注',
  residents: [],
  latestVisits: [],
  lastMetAt: '2026-11-01T00:00:00.000Z',
  unvisitedSince: '2026-11-01T00:00:00.000Z',
  nextVisitOn: null,
}
const operation = (kind: string, body: object, over: Partial<ListedOperation> = {}): ListedOperation => ({
  id: 'o',
  kind,
  body: { householdId: 'h', ...body },
  recordedAt: '2026-11-20T02:00:00.000Z',
  clockOffset: 0,
  files: [],
  lane: 'h',
  order: 1,
  state: 'waiting',
  refusal: null,
  current: null,
  record: null,
  sentAt: null,
  ...over,
})

describe('what was just written', () => {
  it('is seen before the server has it', () => {
    const written = [
      operation('household.change', { marks: ['livingAlone'] }),
      operation('visit.record', { meeting: 'met', nextVisitOn: '2026-12-01' }),
    ]
    expect(withOwn(household, written)).toMatchObject({
      marks: ['livingAlone'],
      note: '原来的备注',
      lastMetAt: '2026-11-20T02:00:00.000Z',
      nextVisitOn: '2026-12-01',
    })
  })

  it('stands among the visits, once, though the server tells of it too', () => {
    const visit = operation('visit.record', { meeting: 'met', said: '都好', tags: ['wellbeing'] })
    const earlier = { id: 'v1', visitedAt: '2026-11-02T00:00:00.000Z', meeting: 'met' as const }
    const known = {
      ...household,
      latestVisits: [{ ...earlier, residentName: null, said: null, tags: [], files: 0 }],
    }
    expect(withOwn(known, [visit]).latestVisits).toMatchObject([{ id: 'o', said: '都好' }, { id: 'v1' }])
    const sent = { ...visit, state: 'sent' as const, record: { id: 'v1' } }
    expect(withOwn(known, [sent]).latestVisits).toEqual(known.latestVisits)
  })

  it('is not seen when it was refused, is in conflict, or is of another household', () => {
    const written = [
      operation('household.change', { note: '不对' }, { state: 'refused' }),
      operation('household.change', { note: '冲突' }, { state: 'conflict' }),
      operation('household.change', { householdId: 'x', note: '别家' }),
    ]
    expect(withOwn(household, written)).toEqual(household)
  })

  it('gives the next change the version that it has made, until the server has told of a later one', () => {
    const sent = operation(
      'household.change',
      { note: '新' },
      { state: 'sent', record: { id: 'h', version: 2 } },
    )
    expect(withOwn(household, [sent])).toMatchObject({ note: '新', version: 2 })
    const told = { ...household, version: 3, note: '更新' }
    expect(withOwn(told, [sent])).toEqual(told)
  })

  it('does not make a visit out of a closed door', () => {
    const nobody = operation('visit.record', { meeting: 'nobodyHome' })
    expect(withOwn(household, [nobody]).lastMetAt).toBe(household.lastMetAt)
  })

  it('counts in the progress of a task, each household once', () => {
    const task: GridTaskView = {
      id: 't',
      gridId: 'g',
      kind: 'check',
      scope: 'household',
      title: '燃气检查',
      text: '',
      choices: [],
      dueOn: '2026-12-05',
      total: 3,
      reported: 1,
      reportedHouseholdIds: ['a'],
    }
    const report = (householdId: string) => operation('task.report', { taskId: 't', householdId })
    expect(withReports(task, [report('a'), report('h'), report('h')])).toMatchObject({
      reported: 2,
      reportedHouseholdIds: ['a', 'h'],
    })
    const whole = operation('task.report', { taskId: 't', householdId: null })
    expect(withReports({ ...task, scope: 'grid', reported: 0, total: 1 }, [whole]).reported).toBe(1)
  })
})
