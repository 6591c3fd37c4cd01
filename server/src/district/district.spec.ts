import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../database.js'
import { entities } from '../entities.js'
import { isPassword } from '../people/passwords.js'
import { Department, Staff } from '../people/index.js'
import { Area, Entry } from '../places/index.js'
import { testDatabase } from '../platform/database/test-database.fixture.js'
import { Category, RoutingRule } from '../routing/index.js'
import { anAdministrator, checkDistrict, openAccounts, readFolder, writeDistrict } from './index.js'

const seed = join(import.meta.dirname, '../../seed')
const now = new Date('2026-11-16T01:30:00Z')
const later = new Date('2026-11-17T01:30:00Z')
const tables = [Area, Department, Category, RoutingRule, Entry, Staff]

let folder: string
const folders: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-'))
  folders.push(folder)
  cpSync(seed, folder, { recursive: true })
})
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })))

type Rows = Record<string, unknown>[]
function edit(file: string, change: (rows: Rows) => void): void {
  const path = join(folder, `${file}.json`)
  const rows = JSON.parse(readFileSync(path, 'utf8')) as Rows
  change(rows)
  writeFileSync(path, JSON.stringify(rows))
}
async function checked() {
  const { read, mistakes } = await readFolder(folder)
  const found = checkDistrict(read)
  return { files: found.files, mistakes: [...mistakes, ...found.mistakes] }
}

describe('the files of a district', () => {
  it('of the demonstration are in order; codes on doors and people may be missing', async () => {
    for (const file of ['entries', 'staff']) rmSync(join(folder, `${file}.json`))
    edit('areas', () => undefined)
    expect((await checked()).mistakes).toEqual([])
  })

  it('are refused with all mistakes at once, each with file and row', async () => {
    edit('areas', (rows) => Object.assign(rows[2] ?? {}, { center: [36, 118] }))
    edit('departments', (rows) => Object.assign(rows[0] ?? {}, { kind: 'office' }))
    edit('categories', (rows) => Object.assign(rows[1] ?? {}, { children: [] }))
    edit('routing-rules', (rows) => Object.assign(rows[4] ?? {}, { months: [13] }))
    edit('entries', (rows) => Object.assign(rows[0] ?? {}, { scene: 'Door 1' }))
    edit('staff', (rows) => Object.assign(rows[3] ?? {}, { roles: ['resident'] }))
    expect(await checked()).toEqual({
      files: undefined,
      mistakes: [
        'areas.json 第 3 条：center 要写 [经度, 纬度]，在国内',
        'departments.json 第 1 条：kind 只能是 bureau、utility、town、street',
        'categories.json 第 2 条：children 至少要有 1 个',
        'routing-rules.json 第 5 条：months 要在 1 到 12 之间',
        'entries.json 第 1 条：scene 只能用小写字母、数字和 -，最多 32 个',
        expect.stringMatching(/^staff\.json 第 4 条：roles 只能是/),
      ],
    })
  })

  it('are refused when they name what is not there, or something twice', async () => {
    edit('areas', (rows) => Object.assign(rows[5] ?? {}, { parent: 'nowhere' }))
    edit('departments', (rows) => rows.push(rows[0] ?? {}))
    edit('routing-rules', (rows) => Object.assign(rows[0] ?? {}, { department: 'nobody' }))
    expect((await checked()).mistakes).toEqual([
      'departments.json：jiaoyu 写了两次',
      'areas.json 第 6 条：parent 写的 nowhere 在 areas.json 里没有',
      'routing-rules.json 第 1 条：department 写的 nobody 在 departments.json 里没有',
    ])
  })

  it('that are no JSON, no list or not there are named', async () => {
    writeFileSync(join(folder, 'areas.json'), '[{]')
    writeFileSync(join(folder, 'departments.json'), '{}')
    rmSync(join(folder, 'categories.json'))
    expect((await checked()).mistakes).toEqual([
      expect.stringMatching(/^areas\.json：不是有效的 JSON/),
      'categories.json：没有这个文件',
      'departments.json：要写成列表 [ … ]',
    ])
  })
})

describe('a district', () => {
  it('is written once, and a second time only what changed', async () => {
    const database = await testDatabase(entities, migrations)
    const { reader } = database.unitOfWork
    const load = async (at: Date) => {
      const { files, mistakes } = await checked()
      if (!files) throw new Error(mistakes.join())
      return database.unitOfWork.run(async (tx) => openAccounts(tx, await writeDistrict(tx, files, at)))
    }
    const counts = () => Promise.all(tables.map((table) => reader.count<object>(table)))
    try {
      const [first] = await load(now)
      const staff = await reader.findOneByOrFail(Staff, { account: first?.account ?? '' })
      expect(await isPassword(staff.passwordHash, first?.password ?? '')).toBe(true)
      const before = await counts()
      expect(Math.min(...before)).toBeGreaterThan(0)
      const school = await reader.findOneByOrFail(Department, { code: 'jiaoyu' })

      expect(await load(later)).toEqual([])
      expect(await counts()).toEqual(before)

      edit('departments', (rows) => Object.assign(rows[0] ?? {}, { name: '教育体育局' }))
      edit('routing-rules', (rows) => Object.assign(rows[0] ?? {}, { department: 'weijian' }))
      await load(later)
      const renamed = await reader.findOneByOrFail(Department, { code: 'jiaoyu' })
      expect(renamed).toEqual({ ...school, name: '教育体育局' })
      const education = await reader.findOneByOrFail(Category, { code: 'education' })
      const rules = await reader.find(RoutingRule, {
        where: { categoryId: education.id },
        order: { version: 'ASC' },
      })
      expect(rules).toMatchObject([
        { version: 1, validUntil: later },
        { version: 2, validUntil: null, ruleId: rules[0]?.ruleId },
      ])

      const [administrator] = await database.unitOfWork.run((tx) =>
        openAccounts(tx, [anAdministrator('钱主任', 'qian', now)]),
      )
      expect(administrator?.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
      expect((await reader.findOneByOrFail(Staff, { account: 'qian' })).roles).toEqual(['administrator'])
    } finally {
      await database.drop()
    }
  })
})
