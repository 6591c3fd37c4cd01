import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { demonstrationPassword } from '../demonstration/index.js'
import { aNeed, get, idOf, must, vague } from '../handling/a-need.fixture.js'
import { Department, Staff } from '../people/index.js'
import type { DepartmentList } from '../people/people.dto.js'
import { Area, Entry } from '../places/index.js'
import { Category, RoutingRule } from '../routing/index.js'
import {
  anAdministrator,
  checkDistrict,
  leave,
  leavingOf,
  openAccounts,
  readFolder,
  wordsOf,
  writeDistrict,
} from './index.js'

const seed = join(import.meta.dirname, '../../seed')
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
  let server: TestApp
  beforeAll(async () => {
    server = await startApp()
  })
  afterAll(() => server.stop())

  /** As `pnpm district:load` does beside the running server, which knows of it five seconds later. */
  async function load({ remove = false } = {}) {
    const { files, mistakes } = await checked()
    if (!files) throw new Error(mistakes.join())
    const now = server.present.now()
    const done = await server.unitOfWork.run(async (tx) => {
      const handovers = await openAccounts(tx, await writeDistrict(tx, files, now))
      const leaving = await leavingOf(tx, files, now)
      if (remove) await leave(tx, leaving, now)
      return { handovers, leaving: wordsOf(leaving) }
    })
    server.present.advance(5_000)
    return done
  }
  const departmentNames = async () =>
    must(await get<DepartmentList>(server, 'guanli', '/departments')).items.map(({ name }) => name)
  const counts = () => Promise.all(tables.map((table) => server.unitOfWork.reader.count<object>(table)))

  it('is written once, and a second time only what changed', async () => {
    const { reader } = server.unitOfWork
    const before = await counts()
    expect(Math.min(...before)).toBeGreaterThan(0)
    expect(await load()).toEqual({ handovers: [], leaving: [] })
    expect(await counts()).toEqual(before)
    const school = await reader.findOneByOrFail(Department, { code: 'jiaoyu' })
    edit('departments', (rows) => Object.assign(rows[0] ?? {}, { name: '教育体育局' }))
    edit('routing-rules', (rows) => Object.assign(rows[0] ?? {}, { department: 'weijian' }))
    const changedAt = server.present.now()
    await load()
    const renamed = await reader.findOneByOrFail(Department, { code: 'jiaoyu' })
    expect(renamed).toEqual({ ...school, name: '教育体育局' })
    const education = await reader.findOneByOrFail(Category, { code: 'education' })
    const rules = await reader.find(RoutingRule, {
      where: { categoryId: education.id },
      order: { version: 'ASC' },
    })
    expect(rules).toMatchObject([
      { version: 1, validUntil: changedAt },
      { version: 2, validUntil: null, ruleId: rules[0]?.ruleId },
    ])
  })

  it('is seen by the server that runs, five seconds later', async () => {
    await load()
    expect(await departmentNames()).toContain('教育局')
    edit('departments', (rows) => Object.assign(rows[0] ?? {}, { name: '教育体育局' }))
    edit('areas', (rows) =>
      Object.assign(rows.find(({ level }) => level === 'street') ?? {}, { name: '新街道' }),
    )
    edit('categories', (rows) => Object.assign(rows[0] ?? {}, { name: '上学' }))
    await load()
    expect(await departmentNames()).toContain('教育体育局')
    const named = async (path: string) =>
      must(await get<{ items: { name: string }[] }>(server, 'guanli', path)).items.map(({ name }) => name)
    expect(await named('/areas?level=street')).toContain('新街道')
    expect(await named('/categories')).toContain('上学')
  })

  it('gives somebody new a password that is told once', async () => {
    edit('staff', (rows) => rows.push({ ...rows[0], account: 'xinren', name: '新人' }))
    const { handovers } = await load()
    expect(handovers).toMatchObject([{ account: 'xinren', name: '新人' }])
    const [administrator] = await server.unitOfWork.run((tx) =>
      openAccounts(tx, [anAdministrator('钱主任', 'qian', mondayMorning)]),
    )
    expect(administrator?.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    for (const { account = '', password = '' } of [...handovers, administrator ?? {}]) {
      const body = { account, password }
      expect((await server.call('POST', '/sessions/staff', { body })).status).toBe(200)
    }
    const { reader } = server.unitOfWork
    expect((await reader.findOneByOrFail(Staff, { account: 'qian' })).roles).toEqual(['administrator'])
  })

  it('lets go, when told to, what its files do not name: nothing new goes there, and the past keeps its name', async () => {
    await load()
    const past = await aNeed(server).worked().there()
    const chengguan = await idOf(server, 'department', 'chengguan')
    must(await past.rate({ level: 5 }))
    const without = (rows: Rows, field: string) =>
      rows.splice(0, rows.length, ...rows.filter((row) => row[field] !== 'chengguan'))
    edit('departments', (rows) => without(rows, 'code'))
    for (const file of ['routing-rules', 'entries', 'staff'])
      edit(file, (rows) => without(rows, 'department'))
    edit('routing-rules', (rows) => rows.forEach((row) => delete row.assisting))

    const { leaving } = await load()
    expect(leaving).toEqual(
      expect.arrayContaining([
        '单位 城市管理局（chengguan）',
        expect.stringMatching(/^账号 .+（chengguan）$/),
      ]),
    )
    expect(leaving.at(-1)).toMatch(/^\d+ 条分派规则$/)
    expect(leaving.join()).not.toContain('guanli')
    expect(await departmentNames()).toContain('城市管理局')

    await load({ remove: true })
    expect(await departmentNames()).not.toContain('城市管理局')
    expect((await past.view()).department?.name).toBe('城市管理局')
    const body = { account: 'chengguan', password: demonstrationPassword }
    expect((await server.call('POST', '/sessions/staff', { body })).status).toBe(401)
    const next = await aNeed(server).there()
    expect((await next.row()).departmentId).not.toBe(chengguan)
    const categoryId = await idOf(server, 'category', 'environment.constructionNoise')
    const other = await aNeed(server, { text: vague }).there()
    expect(await other.ask('dispatch', { categoryId, departmentId: chengguan }, 'fenpai')).toMatchObject({
      status: 422,
      body: { code: 'department_unknown' },
    })

    cpSync(seed, folder, { recursive: true })
    await load()
    expect(await departmentNames()).toContain('城市管理局')
    expect((await aNeed(server).worked().there()).filed.id).toBeTruthy()
  })

  it('lets no department go that still has work, and then changes nothing', async () => {
    await load()
    await aNeed(server).there()
    edit('departments', (rows) => Object.assign(rows[0] ?? {}, { name: '教体局' }))
    edit('departments', (rows) =>
      rows.splice(
        rows.findIndex(({ code }) => code === 'chengguan'),
        1,
      ),
    )
    for (const file of ['routing-rules', 'entries', 'staff'])
      edit(file, (rows) =>
        rows.splice(0, rows.length, ...rows.filter(({ department }) => department !== 'chengguan')),
      )
    edit('routing-rules', (rows) => rows.forEach((row) => delete row.assisting))
    await expect(load({ remove: true })).rejects.toThrow(/城市管理局还有 \d+ 件没有办完的工单.*改派/)
    server.present.advance(5_000)
    expect(await departmentNames()).toEqual(expect.arrayContaining(['城市管理局', '教育局']))
  })

  it('with an empty list of people or codes lets nobody go', async () => {
    for (const file of ['entries', 'staff']) edit(file, (rows) => rows.splice(0))
    expect((await load()).leaving).toEqual([])
  })
})
