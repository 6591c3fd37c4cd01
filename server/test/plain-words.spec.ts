import { describe, expect, it } from '@jest/globals'
import { complainantStateWords, officialWordsIn, residentStateWords } from '@minsheng/shared'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventAct, EventData, NeedEvent } from '../src/handling/need-event.entity.js'
import { nextForResident, toldToResident } from '../src/handling/words.js'

const source = join(import.meta.dirname, '../src')
const read = (file: string) => readFileSync(join(source, file), 'utf8').replace(/\/\*\*?[\s\S]*?\*\//g, '')
const official = (texts: string[]) => texts.filter((text) => officialWordsIn(text).length)

/** The Chinese texts that stand in a file. */
const written = (file: string) =>
  [...read(file).matchAll(/(['`])((?:(?!\1).)*[\u4e00-\u9fff](?:(?!\1).)*)\1/g)].map(
    ([, , text = '']) => text,
  )

const named = { department: () => '城管局', category: () => '路灯' }
const full: EventData = {
  ...{ departmentId: 'd', categoryId: 'c', reason: '原因', text: '话', how: 'phone', publicAt: '2026-12-01' },
  ...{ owner: '王', workdays: 3, isGranted: true, level: 5, solved: true, tags: [], words: '好' },
  ...{ supervisionLevel: 3, rejectReason: 'notDistrict', dueAt: '2026-12-01T00:00:00Z' },
}
const tellings: EventData[] = [
  full,
  { ...full, role: 'assist' },
  { ...full, masterId: 'n', merged: ['n'] },
  { ...full, rejectReason: undefined, departmentId: undefined },
]

function toldOf(act: EventAct): string[] {
  const event = { actorKind: 'system', round: 2, at: new Date() } as NeedEvent
  return tellings
    .flatMap((data) =>
      [event, { ...event, actorKind: 'resident', round: 1 } as NeedEvent].map((by) => ({ data, by })),
    )
    .map(({ data, by }) => toldToResident[act]?.(data, named, by))
    .flatMap((told) => (told ? [told.title, told.detail ?? ''] : []))
}

/** Whoever meets a refusal of these is staff: there it may speak as offices do. */
const filesOfStaff = /^callbacks\/|^deadlines\/|\/work-order|\/supervision-order/
/** The same, of files that residents meet too. A new one is put here, or said plainly. */
const metByStaff = [
  ...[
    'already_responded',
    'another_person',
    'ask_too_late',
    'asked_twice',
    'assisting_too_many',
    'assisting_twice',
    'assists_open',
  ],
  ...['conclude_other_person', 'conclude_second_signature', 'conclude_too_early', 'department_needed'],
  ...['exclusion_other_person', 'exclusion_own_department', 'exclusion_own_town', 'extend_too_late'],
  ...['lead_not_working', 'master_not_dispatched', 'nothing_to_merge', 'respond_first'],
  ...['void_other_person', 'void_second_signature', 'weights_not_one', 'work_order_not_found'],
]

describe('what the server tells residents', () => {
  it('is said in plain words in the story of a need', () => {
    const acts = Object.keys(toldToResident) as EventAct[]
    expect(acts.length).toBeGreaterThan(20)
    expect(official(acts.flatMap(toldOf))).toEqual([])
    const tables = [nextForResident, residentStateWords, complainantStateWords]
    expect(official(tables.flatMap((table) => Object.values(table)))).toEqual([])
  })

  it.each(['handling/need-notices.ts', 'feedback/complaint-notices.ts', 'supervision/reminder.service.ts'])(
    'is said in plain words in %s',
    (file) => {
      expect(written(file).length).toBeGreaterThan(1)
      expect(official(written(file))).toEqual([])
    },
  )

  it('is said in plain words when it refuses an act of theirs', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file),
    )
    const refusals = files
      .filter((file) => !filesOfStaff.test(file))
      .flatMap((file) =>
        [...read(file).matchAll(/\(\s*'([a-z]+(?:_[a-z]+)+)',\s*(['`])(.*?)\2/g)].map(
          ([, code = '', , title = '']) => ({
            code,
            title,
          }),
        ),
      )
    expect(refusals.length).toBeGreaterThan(80)
    const codes = refusals.filter(({ title }) => officialWordsIn(title).length).map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(metByStaff)
  })
})
