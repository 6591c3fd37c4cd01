import { describe, expect, it } from '@jest/globals'
import {
  answerResults,
  answerTextMin,
  contactWays,
  dangerIn,
  ratingLevels,
  rejectReasons,
} from '@minsheng/shared'
import { readFileSync } from 'node:fs'
import { judged } from '../src/routing/classifier/judgement.js'
import { shippedModel } from '../src/routing/classifier/shipped.js'

type Point = [number, number]
interface Area {
  code: string
  name: string
  level: 'district' | 'street' | 'community' | 'grid'
  parent: string | null
  center: Point
  polygon: Point[]
}
interface Category {
  code: string
  name: string
  lead: string
  urgency: string
  evidence: boolean
  review: boolean
  words: string[]
}
interface Step {
  after: number
  act: string
  level?: number
  solved?: boolean
  text?: string
  result?: string
  photos?: number
  category?: string
  department?: string
  suggestedDepartment?: string
  reason?: string
  explanation?: string
  how?: string
}
interface Need {
  resident: string
  text: string
  area: string
  daysAgo?: number
  at?: string
  minutesAgo?: number
  photos: number
  filedBy?: string
  category?: string
  story: Step[]
}

function load<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../seed/${name}.json`, import.meta.url), 'utf8')) as T
}
const district = load<{ code: string; name: string; center: Point; hotline: string; polygon: Point[] }>(
  'district',
)
const areas = load<Area[]>('areas')
const departments =
  load<{ code: string; kind: string; area: string | null; duties: string[] }[]>('departments')
const fields = load<{ code: string; name: string; children: Category[] }[]>('categories')
const rules = load<{ category: string; area: string | null; department: string | null }[]>('routing-rules')
const staff =
  load<{ account: string; name: string; roles: string[]; department: string | null; area: string | null }[]>(
    'staff',
  )
const residents = load<{ key: string; name: string; phone: string; area: string }[]>('residents')
const needs = load<Need[]>('needs')

const categories = fields.flatMap((field) => field.children)
const areaOf = new Map(areas.map((area) => [area.code, area]))
const categoryOf = new Map(categories.map((category) => [category.code, category]))
const departmentCodes = new Set(departments.map((department) => department.code))
const model = await shippedModel()

const contains = (polygon: readonly Point[], [x, y]: Point) =>
  polygon.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1]
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
    return crosses ? !inside : inside
  }, false)

/** Twice the area; the sign tells the direction. */
const size = (polygon: readonly Point[]) =>
  polygon.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1]
    const [x0, y0] = district.center
    return sum + (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
  }, 0)

function lineage(code: string | null): string[] {
  const area = code === null ? undefined : areaOf.get(code)
  return area ? [area.code, ...lineage(area.parent)] : []
}

/** Level 2 before level 1, a smaller area before a larger one and before none. */
function departmentFor(category: string, area: string): string | undefined {
  for (const level of [category, category.split('.')[0]])
    for (const place of [...lineage(area), null]) {
      const rule = rules.find((rule) => rule.category === level && rule.area === place)
      if (rule) return rule.department ?? undefined
    }
  return undefined
}

/** What the system does at submit: the department when it is sure and a rule knows one. */
function sentAtOnce(need: Need): { category: string; department: string } | undefined {
  const {
    guesses: [best],
    isSure,
  } = judged(model.read(need.text), 1)
  if (!best || !isSure || dangerIn(need.text).length > 0) return undefined
  const department = departmentFor(best.code, need.area)
  return department === undefined ? undefined : { category: best.code, department }
}

/** What is done beside the way, and leads nowhere else. */
const asides = new Set(['remind', 'supervise', 'feedBack', 'settle'])

/** Walks a story and names the state it ends in; throws where a step does not follow from the one before. */
function stateAfter(need: Need): string {
  const sent = sentAtOnce(need)
  const category = categoryOf.get(need.category ?? sent?.category ?? '')
  const steps: Record<string, readonly [from: string[], to: string]> = {
    dispatch: [['submitted'], 'dispatched'],
    reject: [['submitted'], 'rejected'],
    withdraw: [['submitted', 'dispatched', 'handling', 'contacted'], 'withdrawn'],
    appeal: [['rejected'], 'submitted'],
    merge: [['submitted', 'dispatched', 'handling', 'contacted'], 'merged'],
    ask: [['contacted'], 'waiting'],
    supply: [['waiting'], 'contacted'],
    plan: [['handling', 'contacted'], 'planned'],
    extend: [['contacted'], 'contacted'],
    decideExtension: [['contacted'], 'contacted'],
    assist: [['contacted'], 'assisted'],
    accept: [['dispatched', 'rework', 'assisted'], 'handling'],
    contact: [['handling', 'contacted'], 'contacted'],
    submitAnswer: [['contacted'], category?.review === false ? 'answered' : 'reviewing'],
    approve: [['reviewing'], 'answered'],
    sendBack: [['reviewing'], 'sentBack'],
    requestReturn: [['dispatched', 'handling'], 'returning'],
    decideReturn: [['returning'], 'dispatched'],
    rate: [['answered'], 'closed'],
    reopen: [['closed'], 'rework'],
  }
  return need.story.reduce(
    (state, step) => {
      if (asides.has(step.act)) return state
      const [from, to] = steps[step.act] ?? [[], '']
      if (!from.includes(state)) throw new Error(`${step.act} after ${state}: ${need.text}`)
      const unhappy = step.act === 'rate' && ((step.level ?? 0) < 3 || step.solved === false)
      return unhappy ? 'rework' : to
    },
    sent ? 'dispatched' : 'submitted',
  )
}

describe('the demonstration district', () => {
  it('has one district, six streets and towns, thirty communities and 120 grids', () => {
    const count = (level: Area['level']) => areas.filter((area) => area.level === level).length
    expect([count('district'), count('street'), count('community'), count('grid')]).toEqual([1, 6, 30, 120])
    expect(new Set(areas.map((area) => area.code)).size).toBe(areas.length)
    expect(areaOf.get(district.code)).toMatchObject({ name: district.name, polygon: district.polygon })
  })

  it('puts each area into a larger one of the next level', () => {
    const above = { district: undefined, street: 'district', community: 'street', grid: 'community' }
    for (const area of areas) expect(areaOf.get(area.parent ?? '')?.level).toBe(above[area.level])
  })

  it('has each centre inside its own polygon and inside every larger one', () => {
    for (const area of areas)
      for (const code of lineage(area.code))
        expect([area.code, contains(areaOf.get(code)?.polygon ?? [], area.center)]).toEqual([area.code, true])
  })

  it('is tiled: the parts of an area are as large as the area, and share their borders point for point', () => {
    for (const area of areas.filter((area) => area.level !== 'grid')) {
      const parts = areas.filter((part) => part.parent === area.code)
      const sum = parts.reduce((sum, part) => sum + size(part.polygon), 0)
      expect(sum / size(area.polygon)).toBeCloseTo(1, 9)
      const corners = new Set(parts.flatMap((part) => part.polygon.map(String)))
      expect(area.polygon.filter((corner) => !corners.has(String(corner)))).toEqual([])
    }
  })
})

describe('the departments and their people', () => {
  it('gives every department a handler and another person as reviewer', () => {
    for (const { code } of departments) {
      const having = (role: string) =>
        staff.filter((person) => person.department === code && person.roles.includes(role))
      const handlers = having('handler').map((person) => person.account)
      const reviewers = having('reviewer').filter((person) => !handlers.includes(person.account))
      expect([code, handlers.length > 0, reviewers.length > 0]).toEqual([code, true, true])
    }
  })

  it('has the people who belong to no department', () => {
    const free = staff.filter(({ department }) => department === null)
    const count = (role: string) => free.filter((person) => person.roles.includes(role)).length
    expect([count('dispatcher'), count('supervisor'), count('leader')]).toEqual([3, 2, 2])
    expect([count('administrator'), count('gridWorker')]).toEqual([1, 8])
  })

  it('has departments with a leader who hears of what takes too long', () => {
    const led = staff.filter(({ roles, department }) => roles.includes('leader') && department !== null)
    expect(led.map(({ department }) => department).sort()).toEqual([
      'chengguan',
      'gongan',
      'gongshui',
      'renshe',
      'zhujian',
    ])
  })

  it('names only departments and areas that exist, and no account twice', () => {
    expect(new Set(staff.map((person) => person.account)).size).toBe(staff.length)
    for (const { department } of staff)
      expect(department === null || departmentCodes.has(department)).toBe(true)
    for (const { area } of [...staff, ...departments]) expect(area === null || areaOf.has(area)).toBe(true)
  })

  it('has residents with phone numbers that belong to nobody', () => {
    expect(new Set(residents.map((resident) => resident.phone)).size).toBe(residents.length)
    for (const { phone, area } of residents) {
      expect(phone).toMatch(/^1990000\d{4}$/)
      expect(areaOf.has(area)).toBe(true)
    }
  })
})

describe('the categories and routing rules', () => {
  it('has 14 fields of 6 to 12 categories, each with words to be known by', () => {
    expect(fields).toHaveLength(14)
    for (const field of fields) {
      expect(field.children.length).toBeGreaterThanOrEqual(6)
      expect(field.children.length).toBeLessThanOrEqual(12)
    }
    for (const { code, name, words } of categories) {
      expect([code, name.length >= 2 && name.length <= 8]).toEqual([code, true])
      expect([code, words.length >= 8 && words.length <= 25]).toEqual([code, true])
      expect(words.filter((word) => word.length < 2 || word.length > 8)).toEqual([])
    }
  })

  it('leads every category to a department that has the duty, whatever the street', () => {
    const streets = areas.filter((area) => area.level === 'street')
    const dutiesOf = new Map(departments.map(({ code, duties }) => [code, duties]))
    const without = new Set<string>()
    for (const category of categories)
      for (const street of streets) {
        const department = departmentFor(category.code, street.code)
        if (department === undefined) without.add(category.code)
        else
          expect([category.code, dutiesOf.get(department)]).toEqual([
            category.code,
            expect.arrayContaining([category.lead]),
          ])
      }
    expect([...without]).toEqual(['urban.dogs', 'service.providentFund', 'service.telecom'])
  })

  it('has rules only for categories, areas and departments that exist, and none twice', () => {
    const known = new Set([...fields, ...categories].map(({ code }) => code))
    for (const rule of rules) {
      expect(known.has(rule.category)).toBe(true)
      expect(rule.department === null || departmentCodes.has(rule.department)).toBe(true)
      expect(rule.area === null || areaOf.has(rule.area)).toBe(true)
    }
    expect(new Set(rules.map(({ category, area }) => `${category} ${area}`)).size).toBe(rules.length)
  })

  it('treats danger to life as critical and a failing supply as urgent', () => {
    const urgency = (code: string) => categoryOf.get(code)?.urgency
    expect(['order.gasLeak', 'order.injury', 'order.missing'].map(urgency)).toEqual(Array(3).fill('critical'))
    const supplies = ['housing.water', 'housing.power', 'housing.gas', 'housing.heating']
    expect(supplies.map(urgency)).toEqual(Array(4).fill('urgent'))
  })
})

describe('the needs', () => {
  const steps = needs.flatMap((need) => need.story.map((step) => ({ ...step, need })))
  const having = (act: string) => steps.filter((step) => step.act === act)

  it('are different, and name residents, grid workers and places that exist', () => {
    expect(needs.length).toBeGreaterThanOrEqual(200)
    expect(new Set(needs.map((need) => need.text)).size).toBe(needs.length)
    const gridWorkers = staff.filter((person) => person.roles.includes('gridWorker'))
    for (const need of needs) {
      expect([need.text, need.text.length >= 10 && need.text.length <= 120]).toEqual([need.text, true])
      expect(residents.some((resident) => resident.key === need.resident)).toBe(true)
      expect(['community', 'grid']).toContain(areaOf.get(need.area)?.level)
      if (need.filedBy) expect(gridWorkers.map((person) => person.account)).toContain(need.filedBy)
    }
  })

  it('are over before now, even when they are loaded at midnight', () => {
    for (const { text, story, daysAgo = 0, at = '', minutesAgo } of needs) {
      const [hours = 0, minutes = 0] = at.split(':').map(Number)
      const taken = story.reduce((sum, step) => sum + step.after, 0)
      const ago = minutesAgo ?? daysAgo * 1440 - hours * 60 - minutes
      expect([text, taken < ago]).toEqual([text, true])
    }
    expect(Math.max(...needs.map(({ daysAgo = 0 }) => daysAgo))).toBeLessThanOrEqual(92)
  })

  it('show every state that a need and a work order can be in', () => {
    const count = new Map<string, number>()
    for (const state of needs.map(stateAfter)) count.set(state, (count.get(state) ?? 0) + 1)
    const states = ['submitted', 'rejected', 'withdrawn', 'dispatched', 'handling', 'contacted', 'reviewing']
    for (const state of [...states, 'sentBack', 'returning', 'answered', 'closed', 'rework'])
      expect([state, (count.get(state) ?? 0) >= 3]).toEqual([state, true])
    for (const state of ['waiting', 'planned', 'merged'])
      expect([state, count.has(state)]).toEqual([state, true])
    for (const act of ['assist', 'extend', 'decideExtension', 'appeal'])
      expect([act, having(act).length > 0]).toEqual([act, true])
    expect([having('reopen').length, having('decideReturn').length]).toEqual([3, 3])
  })

  it('cover all fields and give every department several', () => {
    const sent = needs.flatMap((need) => {
      const category = need.category ?? sentAtOnce(need)?.category
      return category
        ? [{ field: category.split('.')[0], department: departmentFor(category, need.area) }]
        : []
    })
    expect(new Set(sent.map(({ field }) => field)).size).toBe(fields.length)
    for (const code of departmentCodes)
      expect([code, sent.filter(({ department }) => department === code).length >= 3]).toEqual([code, true])
  })

  it('are dispatched by hand exactly where the system is not sure', () => {
    for (const need of needs) {
      const byHand = need.story.find((step) => step.act === 'dispatch')
      if (!byHand) continue
      expect([need.text, sentAtOnce(need)]).toEqual([need.text, undefined])
      expect(byHand.category).toBe(need.category)
      const department = byHand.department ?? departmentFor(need.category ?? '', need.area)
      expect(departmentCodes.has(department ?? '')).toBe(true)
    }
  })

  it('get answers that say something, with a photo where the category asks for evidence', () => {
    for (const { text = '', result, photos, need } of having('submitAnswer')) {
      expect([text, text.length >= answerTextMin]).toEqual([text, true])
      expect(answerResults).toContain(result)
      const category = categoryOf.get(need.category ?? sentAtOnce(need)?.category ?? '')
      if (category?.evidence) expect([text, (photos ?? 0) > 0]).toEqual([text, true])
    }
    const answers = having('submitAnswer').map(({ text }) => text)
    expect(new Set(answers).size).toBe(answers.length)
  })

  it('carry what each act needs', () => {
    for (const { reason, explanation } of having('reject')) {
      expect(rejectReasons).toContain(reason)
      expect((explanation ?? '').length).toBeGreaterThanOrEqual(10)
    }
    for (const { how } of having('contact')) expect(contactWays).toContain(how)
    for (const { level } of having('rate')) expect(ratingLevels).toContain(level)
    for (const { suggestedDepartment } of having('requestReturn'))
      expect(departmentCodes.has(suggestedDepartment ?? '')).toBe(true)
    for (const { department } of having('decideReturn'))
      expect(departmentCodes.has(department ?? '')).toBe(true)
  })

  it('are judged as in a district that does well but not perfectly', () => {
    const ratings = having('rate')
    const points = ratings.reduce((sum, { level = 0 }) => sum + (level > 3 ? 1 : level === 3 ? 0.9 : 0), 0)
    expect(new Set(ratings.map(({ level }) => level)).size).toBe(ratingLevels.length)
    expect(points / ratings.length).toBeGreaterThan(0.8)
    expect(points / ratings.length).toBeLessThan(0.92)
  })
})

describe('the topics of the month', () => {
  it('name categories and departments that exist, none twice, with a plan and a result in words', () => {
    const topics =
      load<{ category: string; department: string; owner: string; plan: string; result: string }[]>(
        'monthly-topics',
      )
    expect(new Set(topics.map(({ category }) => category)).size).toBe(topics.length)
    for (const { category, department, owner, plan, result } of topics) {
      expect(categoryOf.has(category)).toBe(true)
      expect(departmentCodes.has(department)).toBe(true)
      expect(owner).toMatch(/^\p{Script=Han}{2,4}$/u)
      for (const words of [plan, result]) expect(words.length).toBeGreaterThanOrEqual(20)
    }
  })
})
