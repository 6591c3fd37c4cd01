import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { calendarTableOf, type CalendarTable, HOUR } from '@minsheng/shared'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, must, post } from '../handling/a-need.fixture.js'
import { Recomputing } from '../handling/recomputing.js'
import { AreaHours } from './area-hours.entity.js'
import type { CalendarView } from './calendar.dto.js'
import { Clock } from './clock.entity.js'
import { Deadlines } from './deadlines.js'
import { TimerEngine } from './timer-engine.js'
import { Timetable } from './timetable.js'
import { WorkCalendarYear } from './work-calendar.entity.js'

/** As the notice could be: two days off at the New Year, and a Sunday to make up for one. */
const next: CalendarTable = calendarTableOf({
  year: 2027,
  holidays: [
    ...['01-01', '01-04', '02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11', '04-05'],
    ...['05-01', '05-02', '05-03', '06-09', '09-15', '10-01', '10-02', '10-03', '10-04', '10-05'],
  ],
  makeUpWorkdays: ['01-10'],
})
const source = '国办发明电〔2026〕7号'
const at = (time: string) => new Date(`${time}:00+08:00`)
const shanghai = (moment: Date | string | null | undefined) =>
  moment
    ? new Date(new Date(moment).getTime() + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
    : 'never'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(async () => {
  await server.unitOfWork.run(async (tx) => {
    await tx.delete(WorkCalendarYear, { year: 2027 })
    for (const table of [AreaHours, Clock]) await tx.createQueryBuilder().delete().from(table).execute()
  })
  await server.app.get(Timetable).reload()
  server.present.set(at('2026-12-30T10:00'))
})

const calendar = async () => must(await get<CalendarView>(server, 'guanli', '/work-calendar'))
const load = (table: object) => post(server, 'guanli', '/work-calendar', { ...table, source })
const settled = () => server.app.get(Recomputing).settle()

describe('the calendar', () => {
  it('has the years that came with the program, and misses the next one from the first of December', async () => {
    const { items, missingYears } = await calendar()
    expect(items.map(({ year }) => year)).toEqual([2026, 2025])
    expect(items[0]?.holidays).toContain('2026-10-01')
    expect(missingYears).toEqual([2027])
    server.present.set(at('2026-11-30T23:59'))
    expect((await calendar()).missingYears).toEqual([])
  })

  it('that is missing is loud, and holds nobody up', async () => {
    const ready = await server.app.inject({ method: 'GET', url: '/readyz' })
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'ok', database: 'ok', migrations: 'ok', warnings: ['work_calendar_missing:2027'] },
    ])
    const metrics = await server.app.inject({ method: 'GET', url: '/metrics' })
    expect(metrics.body).toContain('work_calendar_missing_years 1')
    must(await load(next))
    const quiet = await server.app.inject({ method: 'GET', url: '/readyz' })
    expect(quiet.json()).toMatchObject({ warnings: [] })
  })

  it('refuses a table with mistakes, names all of them, and changes nothing', async () => {
    const before = await calendar()
    const wrong = {
      year: 2027,
      holidays: next.holidays.filter((date) => !date.startsWith('2027-04')),
      makeUpWorkdays: ['2027-01-11', '2026-12-27'],
    }
    expect(await load(wrong)).toMatchObject({
      status: 422,
      body: {
        code: 'calendar_invalid',
        title: expect.stringContaining('2027 年的日历有误，没有载入'),
        errors: [
          { field: 'wrongYear', message: '2026-12-27：不是这一年的日期' },
          { field: 'makeUpOnWeekday', message: '2027-01-11：调休上班只能在周六、周日' },
          { field: 'holidayMissing', message: '清明节：这个假期没有写，或者天数不够' },
        ],
      },
    })
    expect(await calendar()).toEqual(before)
  })

  it('is loaded by administrators alone', async () => {
    expect((await post(server, 'lingdao', '/work-calendar', { ...next, source })).status).toBe(403)
    expect((await get(server, 'fenpai', '/work-calendar')).status).toBe(403)
  })

  it('can be corrected: the last table counts', async () => {
    must(await load(next))
    must(await load({ ...next, makeUpWorkdays: [] }))
    expect((await calendar()).items[0]).toMatchObject({ year: 2027, makeUpWorkdays: [], source })
  })

  it('of another server counts here as soon as it is read again', async () => {
    const row = {
      ...next,
      holidays: ['01-01'],
      makeUpWorkdays: [],
      source,
      loadedAt: new Date(),
      loadedById: null,
    }
    await server.unitOfWork.run((tx) => tx.insert(WorkCalendarYear, row))
    expect((await calendar()).missingYears).toEqual([2027])
    await server.app.get(Timetable).reload()
    expect((await calendar()).missingYears).toEqual([])
  })
})

describe('a due time that falls into a year without a table', () => {
  it('is provisional until the table is loaded, then it is computed again, with a line in the log', async () => {
    const need = await aNeed(server).there()
    expect(await need.view()).toMatchObject({ dueProvisional: true })
    expect(shanghai((await need.view()).dueAt)).toBe('2027-01-07 18:00')
    expect((await need.clocks()).contact).toMatchObject({ isProvisional: false })

    must(await load(next))
    await settled()
    const view = await need.view()
    expect(view).toMatchObject({ dueProvisional: false })
    expect(shanghai(view.dueAt)).toBe('2027-01-08 18:00')
    expect(view.timeline[0]).toMatchObject({
      title: '放假安排已公布，答复您的时间重新算过了',
      detail: '2027年1月8日（周五）18:00 前',
    })
    const { answer } = await need.clocks()
    expect(answer).toMatchObject({ isProvisional: false, firstDueAt: at('2027-01-07T18:00') })
    expect(await need.orders()).toMatchObject([{ dueAt: answer?.dueAt, isDueProvisional: false }])
    expect((await need.events()).map(({ act }) => act)).toEqual(['submit', 'dispatch', 'recompute'])
    await settled()
    expect((await need.events()).length).toBe(3)
  })

  it('moves the warnings with it', async () => {
    const need = await aNeed(server).there()
    must(await load(next))
    await settled()
    expect(shanghai((await need.clocks()).answer?.nextAt)).toBe('2027-01-07 00:00')
  })

  it('that was missed already stays missed, though the table gives more time', async () => {
    const need = await aNeed(server).there()
    server.present.set(at('2027-01-08T09:00'))
    await server.app.get(TimerEngine).sweep()
    must(await load(next))
    await settled()
    const { answer } = await need.clocks()
    expect(answer).toMatchObject({
      breachedAt: at('2027-01-07T18:00'),
      dueAt: at('2027-01-08T18:00'),
      stage: 'twice',
    })
  })

  it('is left as it is when its clock was stopped before', async () => {
    const need = await aNeed(server).worked().there()
    const before = await server.unitOfWork.reader.findBy(Clock, { needId: need.id, kind: 'answer' })
    must(await load(next))
    await settled()
    expect(await server.unitOfWork.reader.findBy(Clock, { needId: need.id, kind: 'answer' })).toEqual(before)
  })
})

describe('the working hours', () => {
  const set = (areaId: string, ...hours: string[]) =>
    post(server, 'guanli', '/work-calendar/hours', { areaId, hours })
  const afterOneWorkday = (streetId: string): string => {
    const matter = {
      urgency: 'inquiry',
      categoryId: null,
      fieldId: null,
      communityId: '',
      streetId,
      ruleWorkdays: null,
    } as const
    const limit = { amount: 1, unit: 'workdays' } as const
    const { dueAt } = server.app.get(Deadlines).running('answer', limit, matter, at('2026-12-28T10:00'))
    return shanghai(dueAt)
  }

  it('are a district’s own, and a street’s where it has others', async () => {
    const { streets, districtId } = await places()
    const [one = '', other = ''] = streets
    expect(afterOneWorkday(one)).toBe('2026-12-29 18:00')
    must(await set(districtId, '08:30-12:00', '13:30-17:30'))
    must(await set(one, '08:00-11:30', '15:00-18:30'))
    expect([afterOneWorkday(one), afterOneWorkday(other)]).toEqual(['2026-12-29 18:30', '2026-12-29 17:30'])
    must(await set(one))
    expect(afterOneWorkday(one)).toBe('2026-12-29 17:30')
    const { items } = must(await get<{ items: object[] }>(server, 'guanli', '/work-calendar/hours'))
    expect(items).toEqual([{ areaId: districtId, hours: ['08:30-12:00', '13:30-17:30'] }])
  })

  it.each([
    ['that overlap', ['09:00-12:00', '11:00-18:00']],
    ['that end before they begin', ['18:00-09:00']],
    ['beyond the day', ['09:00-24:30']],
    ['of another form', ['9-12']],
  ])('%s are refused, and nothing is changed', async (_, hours) => {
    const { districtId } = await places()
    expect(await set(districtId, ...hours)).toMatchObject({ status: 422, body: { code: 'hours_invalid' } })
    expect(must(await get(server, 'guanli', '/work-calendar/hours'))).toEqual({ items: [] })
  })

  it('of a community are not known', async () => {
    const { items } = must(await server.call<{ items: { id: string }[] }>('GET', '/areas?level=community'))
    expect(await set(items[0]?.id ?? '', '09:00-12:00')).toMatchObject({
      status: 422,
      body: { code: 'area_unknown' },
    })
  })

  async function places() {
    await server.app.get(Timetable).reload()
    const list = async (level: string) =>
      must(await server.call<{ items: { id: string }[] }>('GET', `/areas?level=${level}`)).items.map(
        ({ id }) => id,
      )
    return { streets: await list('street'), districtId: (await list('district'))[0] ?? '' }
  }
})
