import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { HOUR } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, areaOf, get, idOf, must, noise, phone, post, vague } from '../handling/a-need.fixture.js'
import type { WhyView } from '../handling/why.dto.js'
import { Department } from '../people/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { Editions, raiseEdition } from '../platform/editions.js'
import { Warnings } from '../platform/warnings.js'
import type { RoutingView } from './routing.dto.js'
import { RoutingRule } from './routing-rule.entity.js'
import type { RuleCheckView, RulePage, RuleView } from './rule.dto.js'

const nightNoise = 'environment.constructionNoise'
let server: TestApp
let seeded: RoutingRule[]
let community: string
let chengguan: string
let shengtai: string
let gongan: string
let category: string
/** Counted in hours. */
let pressing: string

beforeAll(async () => {
  server = await startApp()
  seeded = await server.unitOfWork.reader.find(RoutingRule)
  community = await areaOf(server, '望江门社区')
  category = await idOf(server, 'category', nightNoise)
  pressing = await idOf(server, 'category', 'housing.water')
  chengguan = await idOf(server, 'department', 'chengguan')
  shengtai = await idOf(server, 'department', 'shengtai')
  gongan = await idOf(server, 'department', 'gongan')
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.present.set(mondayMorning)
  await rewrite(seeded)
})

/** As an import, or another process, would: past the routes that keep rules in order. */
async function rewrite(rules: RoutingRule[]): Promise<void> {
  await server.unitOfWork.run(async (tx) => {
    await raiseEdition(tx, 'rules')
    await tx.clear(RoutingRule)
    await insertRows(tx, RoutingRule, rules)
  })
  server.app.get(Editions).look()
}

const add = (given: object) =>
  post<RuleView>(server, 'guanli', '/routing/rules', { categoryId: category, ...given })
const trial = async (text: string, given: object = {}) =>
  must(await post<RoutingView>(server, 'fenpai', '/routing/trial', { text, areaId: community, ...given }))
const why = async (id: string) => must(await get<WhyView>(server, 'fenpai', `/needs/${id}/why`))
const check = async () => must(await get<RuleCheckView>(server, 'guanli', '/routing/check'))
const seededRule = () => {
  const rule = seeded.find(({ categoryId }) => categoryId === category)
  if (!rule) throw new Error('the seed has no rule for noise of building sites')
  return rule
}

describe('a rule that an administrator adds', () => {
  it('decides from the next need on, with the departments that assist', async () => {
    must(await add({ departmentId: shengtai, assistingIds: [gongan], words: ['打桩'] }))
    const need = await aNeed(server).there()
    const orders = await need.orders()
    expect(orders.map(({ departmentId, role }) => [departmentId, role])).toEqual([
      [shengtai, 'lead'],
      [gongan, 'assist'],
    ])
    expect((await trial('工地夜里施工噪音太大，半夜还在施工')).rule?.department?.id).toBe(chengguan)
  })

  it('is listed by its category, its department and its area, each alone', async () => {
    const street = await areaOf(server, '望江街道')
    const { id } = must(await add({ departmentId: gongan, areaId: street }))
    const listed = async (by: string) =>
      must(await get<RulePage>(server, 'guanli', `/routing/rules?${by}`)).items.map((rule) => rule.id)
    for (const by of [`categoryId=${category}`, `departmentId=${gongan}`, `areaId=${street}`])
      expect(await listed(by)).toContain(id)
    for (const by of [`departmentId=${shengtai}`, `areaId=${community}`])
      expect(await listed(by)).not.toContain(id)
  })

  it('decides only in its hours and its area', async () => {
    const street = await areaOf(server, '望江街道')
    must(await add({ departmentId: gongan, areaId: street, hours: { from: 22, until: 6 } }))
    const at = (time: string) => trial(noise, { at: `2026-11-17T${time}:00+08:00` })
    expect((await at('23:30')).rule?.department?.id).toBe(gongan)
    expect((await at('12:00')).rule?.department?.id).toBe(chengguan)
    const elsewhere = { areaId: await areaOf(server, '学府社区'), at: '2026-11-17T23:30:00+08:00' }
    expect((await trial(noise, elsewhere)).rule?.department?.id).toBe(chengguan)
  })

  it('says by when: the first order, a rework and “why” follow it, whatever the city has set for the category', async () => {
    const city = { kind: 'answer', categoryId: category, amount: 9, unit: 'workdays' }
    must(
      await post(server, 'guanli', '/limits', { ...city, validFrom: '2026-11-16', validUntil: '2026-11-16' }),
    )
    must(await add({ departmentId: chengguan, words: ['打桩'], answerWorkdays: 3 }))
    expect((await trial(noise)).rule?.answerWorkdays).toBe(3)
    const need = await aNeed(server).worked().there()
    expect((await need.clocks()).answer).toMatchObject({ limitAmount: 3, limitUnit: 'workdays' })
    expect((await why(need.id)).limit).toEqual({ amount: 3, unit: 'workdays', source: 'rule' })
    must(await need.rate({ level: 1 }))
    expect((await need.clocks()).answer).toMatchObject({ limitAmount: 2, limitUnit: 'workdays' })
  })

  it('says nothing of time where a dispatcher names another department: then the city does', async () => {
    must(await add({ priority: 5, words: ['打桩'], answerWorkdays: 3 }))
    must(await add({ departmentId: shengtai, priority: 6, words: ['半夜'], answerWorkdays: 4 }))
    const limitOf = async (text: string, departmentId: string) => {
      const need = await aNeed(server, { text: `${vague}${text}` }).there()
      must(await need.ask('dispatch', { categoryId: category, departmentId }, 'fenpai'))
      return (await why(need.id)).limit
    }
    expect(await limitOf('打桩', gongan)).toMatchObject({ amount: 3, source: 'rule' })
    expect(await limitOf('半夜', shengtai)).toMatchObject({ amount: 4, source: 'rule' })
    expect(await limitOf('半夜', gongan)).toMatchObject({ source: expect.stringMatching(/city|table/) })
  })

  it('says nothing of time any more once a dispatcher has decided a return for another department', async () => {
    must(await add({ departmentId: chengguan, words: ['打桩'], answerWorkdays: 1 }))
    const need = await aNeed(server).returned().decidedFor('shengtai').there()
    expect((await need.row()).ruleWorkdays).toBeNull()
    // At least half of what the city gives the new department, and not half of what the rule has promised for another.
    expect((await need.clocks()).answer).toMatchObject({ limitAmount: 5, limitUnit: 'workdays' })
    expect((await why(need.id)).limit).toMatchObject({
      amount: 9,
      source: expect.stringMatching(/city|table/),
    })
  })

  it('keeps its word through a return that is decided for the same department, and where it names none', async () => {
    must(await add({ departmentId: chengguan, words: ['打桩'], answerWorkdays: 4 }))
    const back = await aNeed(server).returned().decidedFor('chengguan').there()
    expect((await back.row()).ruleWorkdays).toBe(4)
    must(await add({ priority: 7, words: ['半夜'], answerWorkdays: 6 }))
    const open = await aNeed(server, { text: `${vague}半夜` }).there()
    must(await open.ask('dispatch', { categoryId: category, departmentId: chengguan }, 'fenpai'))
    const request = { reason: '不归我们管', legalBasis: '三定方案第四条', suggestedDepartmentId: shengtai }
    must(await open.act('chengguan', 'requestReturn', request))
    must(await open.act('fenpai', 'decideReturn', { departmentId: shengtai, note: '按三定方案' }))
    expect((await open.row()).ruleWorkdays).toBe(6)
  })

  it('may leave it to a dispatcher, and says so', async () => {
    must(await add({ priority: 5 }))
    const need = await aNeed(server).there()
    expect((await need.row()).state).toBe('submitted')
    expect((await why(need.id)).steps[0]?.routing?.outcome).toBe('dispatcher_decides')
  })

  it.each<[string, () => object, number, string]>([
    ['of no category', () => ({ categoryId: undefined }), 400, 'validation_failed'],
    ['of an unknown category', () => ({ categoryId: shengtai }), 400, 'validation_failed'],
    ['of an unknown area', () => ({ areaId: shengtai }), 400, 'validation_failed'],
    ['to an unknown department', () => ({ departmentId: community }), 400, 'validation_failed'],
    [
      'that assists itself',
      () => ({ departmentId: gongan, assistingIds: [gongan] }),
      400,
      'validation_failed',
    ],
    [
      'that assists nobody',
      () => ({ departmentId: undefined, assistingIds: [gongan] }),
      400,
      'validation_failed',
    ],
    ['with no words', () => ({ words: [] }), 400, 'validation_failed'],
    ['with blank words', () => ({ words: ['   '] }), 400, 'validation_failed'],
    ['in a thirteenth month', () => ({ months: [13] }), 400, 'validation_failed'],
    ['of no hours', () => ({ hours: { from: 9, until: 9 } }), 400, 'validation_failed'],
    ['from yesterday', () => ({ validFrom: '2026-11-15T00:00:00Z' }), 422, 'rule_in_the_past'],
    ['that ends first', () => ({ validUntil: '2026-11-15T00:00:00Z' }), 422, 'rule_ends_before_it_begins'],
    ['of half a workday', () => ({ answerWorkdays: 0.5 }), 400, 'validation_failed'],
    ['of a quarter of a year', () => ({ answerWorkdays: 61 }), 400, 'validation_failed'],
    [
      'of workdays for what is counted in hours',
      () => ({ categoryId: pressing, answerWorkdays: 3 }),
      400,
      'validation_failed',
    ],
    ['that is there already', () => ({}), 409, 'rule_overlaps'],
  ])('%s is refused with a reason, and nothing is changed', async (_, given, status, code) => {
    expect(await add({ departmentId: chengguan, ...given() })).toMatchObject({
      status,
      body: { code, title: expect.stringMatching(/\p{Script=Han}/u) },
    })
    expect(await server.unitOfWork.reader.count(RoutingRule)).toBe(seeded.length)
  })

  it('is not for dispatchers to add, nor for residents to try', async () => {
    expect((await post(server, 'fenpai', '/routing/rules', {})).status).toBe(403)
    expect((await post(server, phone, '/routing/trial', { text: noise, areaId: community })).status).toBe(403)
  })
})

describe('a changed rule', () => {
  it('is a new version; what it has routed before still shows the old one', async () => {
    const need = await aNeed(server).there()
    server.present.advance(HOUR)
    const { ruleId } = seededRule()
    const changed = must(
      await post<RuleView>(server, 'guanli', `/routing/rules/${ruleId}/change`, {
        categoryId: category,
        departmentId: shengtai,
      }),
    )
    expect(changed).toMatchObject({ ruleId, version: 2, department: { id: shengtai }, validUntil: null })
    expect((await trial(noise)).rule).toMatchObject({ version: 2, department: { id: shengtai } })
    const [step] = (await why(need.id)).steps
    expect(step?.routing).toMatchObject({
      outcome: 'sure',
      guesses: [
        { category: { id: category }, words: expect.arrayContaining([expect.stringMatching(/噪音|施工/)]) },
      ],
      rule: { ruleId, version: 1, department: { id: chengguan }, validUntil: changed.validFrom },
    })
    const { items } = must(await get<RulePage>(server, 'guanli', `/routing/rules?categoryId=${category}`))
    expect(items.map(({ version }) => version)).toEqual([2, 1])
  })

  it('can be planned for later, and counts from that moment', async () => {
    const validFrom = new Date(mondayMorning.getTime() + HOUR).toISOString()
    const body = { categoryId: category, departmentId: shengtai, validFrom }
    must(await post(server, 'guanli', `/routing/rules/${seededRule().ruleId}/change`, body))
    expect((await trial(noise)).rule?.version).toBe(1)
    server.present.advance(HOUR)
    expect((await trial(noise)).rule?.version).toBe(2)
  })

  it('ends, and the rule of its field decides', async () => {
    const path = `/routing/rules/${seededRule().ruleId}`
    must(await post(server, 'guanli', `${path}/end`))
    expect((await trial(noise)).rule).toMatchObject({
      category: { name: '生态环境' },
      department: { id: shengtai },
    })
    expect(await post(server, 'guanli', `${path}/end`)).toMatchObject({
      status: 409,
      body: { code: 'rule_over' },
    })
    expect((await post(server, 'guanli', `/routing/rules/${category}/end`)).status).toBe(404)
  })

  it('of another process counts within five seconds', async () => {
    expect((await trial(noise)).rule?.version).toBe(1)
    const rule = seededRule()
    await server.unitOfWork.run(async (tx) => {
      await raiseEdition(tx, 'rules')
      await tx.update(RoutingRule, { id: rule.id }, { validUntil: mondayMorning })
      const next = { id: newId(mondayMorning), version: 2, validFrom: mondayMorning, departmentId: shengtai }
      await insertRows(tx, RoutingRule, [{ ...rule, ...next }])
    })
    server.present.advance(4_999)
    expect((await trial(noise)).rule?.version).toBe(1)
    server.present.advance(1)
    expect((await trial(noise)).rule?.version).toBe(2)
  })
})

describe('why a need is where it is', () => {
  it('shows an unsure guess, and then whom the dispatcher named', async () => {
    const need = await aNeed(server, { text: vague }).there()
    must(await need.ask('dispatch', { categoryId: category, departmentId: gongan }, 'fenpai'))
    const { department, steps } = await why(need.id)
    expect(department?.id).toBe(gongan)
    expect(steps).toMatchObject([
      { act: 'submit', routing: { outcome: 'unsure', rule: null } },
      { act: 'dispatch', department: { id: gongan }, routing: null },
    ])
  })

  it('names the rules that came close', async () => {
    must(await add({ departmentId: shengtai, words: ['打桩'] }))
    const { rule, close } = await trial(noise)
    expect(rule?.words).toEqual(['打桩'])
    expect(close.map(({ department }) => department?.id)).toEqual([chengguan, shengtai])
  })
})

describe('rules that are wrong', () => {
  it('send the need to a dispatcher when they contradict each other; an alarm stands, once', async () => {
    const twin = { ...seededRule(), id: `${seededRule().id.slice(0, -4)}ZZZZ`, departmentId: gongan }
    await rewrite([...seeded, { ...twin, ruleId: twin.id }])
    const first = await aNeed(server).there()
    await aNeed(server).there()
    expect((await first.row()).state).toBe('submitted')
    expect((await why(first.id)).steps[0]?.routing?.outcome).toBe('conflict')
    const raised = server.app
      .get(Warnings)
      .all()
      .filter((warning) => warning.startsWith('routing_rule_conflict'))
    expect(raised).toHaveLength(1)
    expect((await check()).findings).toMatchObject([{ kind: 'conflict', category: { id: category } }])
    await rewrite(seeded)
    await trial(noise)
    expect(server.app.get(Warnings).all().join()).not.toContain('routing_rule')
  })

  it('send it there when they name a department that is gone', async () => {
    const departments = await server.unitOfWork.reader.findBy(Department, { id: chengguan })
    await server.changed((tx) => tx.delete(Department, { id: chengguan }))
    try {
      const need = await aNeed(server).there()
      expect((await need.row()).state).toBe('submitted')
      expect((await why(need.id)).steps[0]?.routing).toMatchObject({
        outcome: 'department_gone',
        rule: { department: { name: '（已撤销）' } },
      })
      expect(server.app.get(Warnings).all().join()).toContain('routing_rule_department_gone')
    } finally {
      await server.changed((tx) => insertRows(tx, Department, departments))
    }
  })
})

describe('the checker', () => {
  it('finds nothing in the demonstration district', async () => {
    const { findings, rulesCount, casesCount } = await check()
    expect(findings).toEqual([])
    expect(rulesCount).toBe(seeded.length)
    expect(casesCount).toBeGreaterThan(800)
  })

  it('finds the holes of a street, and what no rule says anywhere', async () => {
    const water = await idOf(server, 'category', 'housing.water')
    const housing = await idOf(server, 'category', 'housing')
    const property = await idOf(server, 'category', 'housing.property')
    const street = await areaOf(server, '望江街道')
    await rewrite(
      seeded.filter(
        ({ categoryId, areaId }) =>
          categoryId !== housing && categoryId !== water && !(categoryId === property && areaId === street),
      ),
    )
    const { findings } = await check()
    const of = (id: string) => findings.filter((finding) => finding.category?.id === id)
    expect(of(water)).toMatchObject([{ kind: 'hole', area: null }])
    expect(of(property)).toMatchObject([{ kind: 'hole', area: { id: street } }])
  })

  it('finds workdays of a rule that is about nothing but what is counted in hours', async () => {
    const rule = seeded.find(({ categoryId }) => categoryId === pressing)
    await rewrite(seeded.map((each) => (each === rule ? { ...each, answerWorkdays: 3 } : each)))
    expect((await check()).findings).toMatchObject([
      { kind: 'limit_without_effect', category: { id: pressing }, rules: [{ answerWorkdays: 3 }] },
    ])
  })

  it('finds a rule that another one never lets decide', async () => {
    const older = { ...seededRule(), id: `${seededRule().id.slice(0, -4)}ZZZZ`, validFrom: new Date(0) }
    await rewrite([...seeded, { ...older, ruleId: older.id }])
    expect((await check()).findings).toMatchObject([{ kind: 'never_decides', rules: [{ id: older.id }] }])
  })
})
