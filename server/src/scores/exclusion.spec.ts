import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, get, idOf, must, post } from '../handling/a-need.fixture.js'
import { brokenAt } from '../handling/index.js'
import { Relay } from '../messages/index.js'
import { Staff } from '../people/index.js'
import type { ExclusionPage, ExclusionView } from './exclusion.dto.js'
import type { SchemesView } from './scheme.controller.js'
import type { ScoresView } from './scores.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const reason = '诉求人确认点错了表情，并撤回了这次评价'
const propose = (need: FiledNeed, who = 'duban', why = reason) =>
  post<ExclusionView & { code: string }>(server, who, '/scores/exclusions', {
    receiptNo: need.filed.receiptNo,
    reason: why,
  })
const decide = (id: string, act: string, who: string) =>
  post<ExclusionView & { code: string }>(server, who, `/scores/exclusions/${id}/acts/${act}`)
const total = async () => {
  await server.app.get(Relay).drain()
  const path = '/scores?period=month&month=2026-11&by=department'
  return must(await get<ScoresView>(server, 'lingdao', path)).total
}

describe('an exclusion (WORKFLOW §4)', () => {
  it('takes two persons, stands in the chain, and stays visible in the figures', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    expect(await total()).toMatchObject({ rated: 1, figures: { excluded: 0 } })
    const { id, mayConfirm } = must(await propose(need))
    expect(mayConfirm).toBe(false)
    expect(await total()).toMatchObject({ rated: 1, figures: { excluded: 0 } })
    const listed = must(await get<ExclusionPage>(server, 'duban2', '/scores/exclusions'))
    expect(listed.items).toMatchObject([{ id, reason, mayConfirm: true, proposedBy: '纪长青' }])
    expect(await decide(id, 'confirm', 'duban')).toMatchObject({
      status: 422,
      body: { code: 'exclusion_other_person' },
    })
    expect(must(await decide(id, 'confirm', 'duban2'))).toMatchObject({
      state: 'confirmed',
      decidedBy: '虞秋月',
    })
    expect(await total()).toMatchObject({ rated: 0, satisfaction: null, figures: { excluded: 1 } })
    const events = await need.events()
    expect(events.slice(-2).map(({ act, data }) => [act, data.reason])).toEqual([
      ['proposeExclusion', reason],
      ['confirmExclusion', reason],
    ])
    expect(brokenAt(events, await need.row())).toBeUndefined()
  })

  it('is of what was judged by then: a later rating counts, and can be proposed by itself', async () => {
    const need = await aNeed(server).worked().there()
    const before = await total()
    const sign = async () => {
      const { id } = must(await propose(need))
      must(await decide(id, 'confirm', 'duban2'))
    }
    await sign()
    server.present.advance(MINUTE)
    must(await need.rate({ level: 1 }))
    const after = await total()
    expect(after.rated).toBe(before.rated + 1)
    expect(after.figures.excluded).toBe(before.figures.excluded)
    await sign()
    expect((await total()).figures.excluded).toBe(before.figures.excluded + 1)
  })

  it('that is declined changes nothing, and may be proposed again', async () => {
    const before = await total()
    const need = await aNeed(server).worked().rated({ level: 4 }).there()
    const { id } = must(await propose(need))
    expect((await propose(need, 'duban2')).body.code).toBe('exclusion_exists')
    must(await decide(id, 'decline', 'duban2'))
    expect((await decide(id, 'confirm', 'duban2')).body.code).toBe('exclusion_decided')
    expect((await total()).rated).toBe(before.rated + 1)
    must(await propose(need))
  })

  it('is not for the supervisors of the department itself, nor for anybody else', async () => {
    const need = await aNeed(server).worked().rated({ level: 1 }).there()
    for (const who of ['chengguan', 'chengguan-lingdao', 'lingdao', 'guanli', 'fenpai', '19900000001'])
      expect((await propose(need, who)).status).toBe(403)
    const departmentId = await idOf(server, 'department', 'chengguan')
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: 'duban2' }, { departmentId }))
    server.present.set(new Date(mondayMorning.getTime() + 3_600_000))
    expect(await propose(need, 'duban2')).toMatchObject({
      status: 403,
      body: { code: 'exclusion_own_department' },
    })
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: 'duban2' }, { departmentId: null }))
    server.present.set(mondayMorning)
  })

  it('is not for those of a town, whose figures it would better', async () => {
    const need = await aNeed(server).worked().rated({ level: 1 }).there()
    const { id } = must(await propose(need))
    const { streetId: areaId } = await need.row()
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: 'duban2' }, { areaId }))
    server.present.set(new Date(mondayMorning.getTime() + 7_200_000))
    const refused = { status: 403, body: { code: 'exclusion_own_town' } }
    expect(await propose(need, 'duban2')).toMatchObject(refused)
    expect(await decide(id, 'confirm', 'duban2')).toMatchObject(refused)
    expect(await get(server, 'duban2', '/scores/exclusions')).toMatchObject(refused)
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: 'duban2' }, { areaId: null }))
    server.present.set(mondayMorning)
  })

  it('needs a reason, and a need that there is', async () => {
    const need = await aNeed(server).there()
    expect(await propose(need, 'duban', '点错了')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'reason' }] },
    })
    const body = { receiptNo: 'MS20200101-0001-0', reason }
    expect((await post(server, 'duban', '/scores/exclusions', body)).status).toBe(404)
  })
})

describe('a scheme of weights', () => {
  const even = { contact: 0.3, solved: 0.35, satisfaction: 0.35, fairlySatisfied: 0.9 }
  const set = (changes: object, who = 'guanli') =>
    post<SchemesView & { code: string }>(server, who, '/scores/schemes', {
      ...even,
      validFrom: '2026-12-01',
      reason: '按 2027 年考核办法',
      ...changes,
    })

  it.each([
    [{ solved: 0.4 }, 422, 'weights_not_one'],
    [{ contact: -0.1, solved: 0.75 }, 400, 'validation_failed'],
    [{ contact: '0.3' }, 400, 'validation_failed'],
    [{ validFrom: '2026-11-16' }, 422, 'scheme_in_the_past'],
    [{ validFrom: '2026-13-01' }, 400, 'validation_failed'],
    [{ reason: '' }, 400, 'validation_failed'],
  ])('with %j is refused', async (changes, status, code) => {
    expect(await set(changes)).toMatchObject({ status, body: { code } })
    expect(must(await get<SchemesView>(server, 'lingdao', '/scores/schemes')).items).toEqual([])
  })

  it('is for the administrator to set', async () => {
    for (const who of ['lingdao', 'duban', 'chengguan']) expect((await set({}, who)).status).toBe(403)
  })

  it('counts from its day on, and what was before stays as it was', async () => {
    const { current, items } = must(await set({}))
    expect(current).toEqual({ contact: 0.1, solved: 0.5, satisfaction: 0.4, fairlySatisfied: 0.9 })
    expect(items).toMatchObject([{ ...even, validFrom: '2026-12-01' }])
    expect((await set({})).body.code).toBe('scheme_exists')
    const schemeOf = async (month: string) =>
      must(await get<ScoresView>(server, 'lingdao', `/scores?period=month&month=${month}&by=field`)).scheme
    expect(await schemeOf('2026-11')).toEqual(current)
    expect(await schemeOf('2026-12')).toEqual(even)
  })
})
