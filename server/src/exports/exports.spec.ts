import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { DAY, MINUTE } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, idOf, must, post } from '../handling/a-need.fixture.js'
import { Need } from '../handling/index.js'
import { Staff } from '../people/index.js'
import { Area } from '../places/index.js'
import { insertRows } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { plainNeed, rate, startOver } from '../scores/scores.fixture.js'
import { exportColumns } from './export-columns.js'
import type { ExportPage, ExportView } from './export.dto.js'
import { ExportJob } from './export-job.entity.js'
import { exportPage } from './export-rows.js'
import { ExportRunner } from './export-runner.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run(async (tx) => {
    for (const entity of [ExportJob, Need]) await tx.createQueryBuilder().delete().from(entity).execute()
  })
})

const november = { from: '2026-11-01', to: '2026-11-30', purpose: '月度分析会用' }
const runner = () => server.app.get(ExportRunner)
const ask = (body: object = {}, who = 'lingdao') =>
  post<ExportView & { code: string; title: string }>(server, who, '/exports', {
    ...november,
    format: 'csv',
    ...body,
  })
const look = async (id: string, who = 'lingdao') => must(await get<ExportView>(server, who, `/exports/${id}`))
const linkTo = (id: string, who = 'lingdao') =>
  post<{ url: string; code: string }>(server, who, `/exports/${id}/link`)
const fetchFile = async (id: string, who = 'lingdao') => {
  const { url } = must(await linkTo(id, who))
  const answer = await server.app.inject({ method: 'GET', url })
  return { ...answer, status: answer.statusCode, bytes: answer.rawPayload }
}
/** The rows of a finished CSV, without its head. */
async function rowsOf(job: ExportView, who = 'lingdao'): Promise<string[]> {
  await runner().sweep()
  const [, ...rows] = (await fetchFile(job.id, who)).body.trimEnd().split('\r\n')
  return rows
}
const files = () => {
  const folder = join(server.config.dataDir, 'exports')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** So many needs of a department, written as they are. */
async function many(count: number, change: Partial<Need> = {}, at = mondayMorning): Promise<Need[]> {
  const { reader } = server.unitOfWork
  const departmentId = await idOf(server, 'department', 'chengguan')
  const fieldId = await idOf(server, 'category', 'environment')
  const { id: streetId } = await reader.findOneOrFail(Area, {
    where: { level: 'street' },
    order: { id: 'ASC' },
  })
  const needs = Array.from({ length: count }, () => ({
    ...plainNeed({ departmentId, fieldId, streetId, submittedAt: at }),
    ...change,
  }))
  await server.unitOfWork.run((tx) => insertRows(tx, Need, needs))
  return needs
}

describe('an export', () => {
  it('has the columns of a hotline, from what was filed to what the resident said of it', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    const job = must(await ask())
    expect(job).toMatchObject({ state: 'waiting', rowsTotal: null, scope: { name: '全区', reason: null } })
    await runner().sweep()
    expect(await look(job.id)).toMatchObject({ state: 'done', rowsTotal: 1, rowsWritten: 1, failure: null })
    const { body, headers } = await fetchFile(job.id)
    expect(headers['content-disposition']).toContain(encodeURIComponent('全区工单2026-11-01至2026-11-30.csv'))
    expect(body.startsWith('\uFEFF工单编号,工单类型,')).toBe(true)
    const [head = '', row = ''] = body.slice(1).trimEnd().split('\r\n')
    const cells = row.split(',')
    const told = Object.fromEntries(head.split(',').map((title, at) => [title, cells[at]]))
    expect(told).toMatchObject({
      工单编号: need.filed.receiptNo,
      工单来源: '居民自己提交',
      工单状态: '已办结',
      社区: '望江门社区',
      主办单位: '城市管理局',
      受理时间: '2026-11-16 09:30:00',
      办理轮次: '1',
      是否联系: '是',
      是否解决: '是',
      是否满意: '满意',
    })
    expect(told['办结时间']).toMatch(/^2026-11-16 09:3\d:\d\d$/)
  })

  it('names nobody and no door: a file leaves the system', async () => {
    await many(1, { title: '张先生家漏水', text: '我叫张小明，电话13812345678，住迎宾路88号3栋2单元501室' })
    const [row = ''] = await rowsOf(must(await ask()))
    for (const secret of ['张先生', '小明', '13812345678', '501']) expect(row).not.toContain(secret)
  })

  it.each(['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'gives a spreadsheet nothing to calculate: %j',
    async (text) => {
      await many(1, { text, title: '路灯不亮' })
      const [row = ''] = (await rowsOf(must(await ask()))).join('\r\n').split('路灯不亮,').slice(1)
      expect(row.startsWith("'") || row.startsWith(`"'`)).toBe(true)
    },
  )

  it('keeps commas, quotes and lines within their cell', async () => {
    await many(1, { text: '他说："不修"，\n第二行,完' })
    const job = must(await ask())
    await runner().sweep()
    expect((await fetchFile(job.id)).body).toContain('"他说：“不修”，\n第二行,完"'.replaceAll(/[“”]/g, '""'))
  })

  it('goes on from page to page without losing or repeating a row, though all were filed at once', async () => {
    const needs = await many(2 * exportPage + 1)
    const job = must(await ask())
    const rows = await rowsOf(job)
    expect(await look(job.id)).toMatchObject({ rowsTotal: needs.length, rowsWritten: needs.length })
    expect(rows.map((row) => row.slice(0, row.indexOf(',')))).toEqual(
      needs
        .map(({ receiptNo, id }) => [id, receiptNo] as const)
        .sort()
        .map(([, receiptNo]) => receiptNo),
    )
  })

  it('leaves out what was filed a millisecond before the period or at its end', async () => {
    const [first] = await many(1, {}, new Date('2026-10-31T16:00:00.000Z'))
    const [last] = await many(1, {}, new Date('2026-11-30T15:59:59.999Z'))
    await many(1, {}, new Date('2026-10-31T15:59:59.999Z'))
    await many(1, {}, new Date('2026-11-30T16:00:00.000Z'))
    const rows = await rowsOf(must(await ask()))
    expect(rows.map((row) => row.split(',')[0])).toEqual([first?.receiptNo, last?.receiptNo])
  })

  it('as a workbook has one row more than needs, and only text', async () => {
    await many(3, { text: '=1+1 \u0001<b>&' })
    const job = must(await ask({ format: 'xlsx' }))
    await runner().sweep()
    const sheet = partOf((await fetchFile(job.id)).bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<row>/g)).toHaveLength(4)
    expect(sheet).toContain('<t xml:space="preserve">\'=1+1 &lt;b&gt;&amp;</t>')
    expect(sheet).not.toContain('<f>')
    expect(exportColumns.every(({ title }) => sheet.includes(`>${title}<`))).toBe(true)
  })
})

describe('a report', () => {
  const report = async (body: object, who = 'lingdao') => {
    const job = must(await ask({ format: 'docx', ...body }, who))
    await runner().sweep()
    const { bytes, headers } = await fetchFile(job.id, who)
    return {
      text: wordsOf(partOf(bytes, 'word/document.xml')),
      name: String(headers['content-disposition']),
      bytes,
    }
  }

  it('tells in sentences and tables what the dashboard shows, with a picture of the trend', async () => {
    await startOver(server)
    await rate(server, {
      department: 'chengguan',
      rated: 40,
      contacted: 38,
      solved: 30,
      satisfied: 28,
      fairly: 4,
    })
    await rate(server, { department: 'gongshui', rated: 10, solved: 10, satisfied: 9, fairly: 1 })
    const { text, name, bytes } = await report({ from: '2026-10-01', to: '2026-11-30' })
    expect(name).toContain(encodeURIComponent('全区服务质量报告2026-10-01至2026-11-30.docx'))
    expect(text).toContain('居民评价 50 件：响应率 96.0%，解决率 80.0%，满意率 83.0%，综合 82.8。')
    expect(text).toContain('2 个参加排名，综合最高的是供水公司（99.6），最低的是城市管理局（78.6）。')
    expect(text).toContain('满意率 90.0% 83.0% 未达标')
    expect(text).toContain('按 2026年11月16日 的数据统计')
    expect(bytes.includes('word/media/')).toBe(true)
  })

  it('of a frozen month has the frozen figures, and what has changed since as corrections', async () => {
    await startOver(server)
    await rate(server, { department: 'gongshui', rated: 10, solved: 10, satisfied: 10 })
    server.present.set(new Date('2026-12-02T04:00:00Z'))
    await server.app.get(Housekeeping).sweep()
    await rate(server, { department: 'gongshui', rated: 2, solved: 0 })
    const { text } = await report({ period: 'month', month: '2026-11' })
    expect(text).toContain('本月成绩已于 2026年12月2日 固定')
    expect(text).toContain('居民评价 10 件')
    expect(text).toContain('供水公司：评价 10 12')
  })

  it('of a quarter adds up its frozen month and the others, and says which is which', async () => {
    await startOver(server)
    await rate(server, { department: 'gongshui', rated: 10, solved: 10, satisfied: 10 })
    server.present.set(new Date('2026-12-02T04:00:00Z'))
    await server.app.get(Housekeeping).sweep()
    await rate(server, { department: 'gongshui', rated: 2, solved: 0 })
    const december = new Date('2026-12-02T02:00:00Z')
    await rate(server, { department: 'gongshui', rated: 5, solved: 5, at: december })
    const { text } = await report({ from: '2026-10-01', to: '2026-12-31' })
    expect(text).toContain('2026年11月的成绩已经固定，按固定的合计')
    expect(text).toContain('其余月份按 2026年12月2日 的数据统计')
    expect(text).toContain('居民评价 15 件')
    expect(text).toContain('供水公司：评价 15 17')
  })

  it('of a department tells why it is only of that one, and of nothing says so', async () => {
    await startOver(server)
    const { text } = await report({ from: '2025-01-01', to: '2025-03-31' }, 'chengguan-lingdao')
    expect(text).toContain('城市管理局民生诉求服务质量报告')
    expect(text).toContain('只有城市管理局的数据')
    expect(text).toContain('这段时间没有居民评价，不计算三率。')
  })

  it('is of whole days', async () => {
    const noon = await ask({ format: 'docx', period: 'noonDay', day: '2026-11-16' })
    expect(noon).toMatchObject({ status: 400, body: { code: 'period_invalid' } })
  })
})

describe('what somebody may export', () => {
  it('is cut to the town of who works in a town, and says why', async () => {
    const [mine] = await many(1)
    const others = await server.unitOfWork.reader.find(Area, {
      where: { level: 'street' },
      order: { id: 'DESC' },
    })
    await many(2, { streetId: others[0]?.id ?? '' })
    const town = mine?.streetId ?? ''
    await inTown('lingdao2', town, async () => {
      const job = must(await ask({}, 'lingdao2'))
      expect(job.scope).toMatchObject({ id: town, reason: expect.stringContaining('只有') })
      expect(await rowsOf(job, 'lingdao2')).toHaveLength(1)
      const other = await ask({ within: others[0]?.id }, 'lingdao2')
      expect(other).toMatchObject({ status: 403, body: { code: 'scope_not_yours' } })
    })
  })

  it('is cut to the department of its leader', async () => {
    await rate(server, { department: 'chengguan', rated: 2 })
    await rate(server, { department: 'gongshui', rated: 3 })
    const job = must(await ask({}, 'chengguan-lingdao'))
    expect(job.scope.reason).toContain('城市管理局')
    expect(await rowsOf(job, 'chengguan-lingdao')).toHaveLength(2)
  })

  it.each(['chengguan', 'wangge', 'fenpai'])('is nothing for %s', async (who) => {
    expect(await ask({}, who)).toMatchObject({ status: 403 })
  })

  it.each([
    [{ from: '2026-11-30', to: '2026-11-01' }, 'period_invalid'],
    [{ from: '2025-01-01', to: '2026-11-01' }, 'period_invalid'],
    [{ purpose: ' ' }, 'validation_failed'],
    [{ format: 'pdf' }, 'validation_failed'],
  ])('is refused with what to do: %j', async (body, code) => {
    const refused = await ask(body)
    expect(refused).toMatchObject({ status: 400, body: { code } })
    expect(refused.body.title).toMatch(/\p{Script=Han}/u)
  })
})

describe('a file', () => {
  it('is its owner’s alone: others neither see nor cancel nor fetch it', async () => {
    await many(1)
    const { id } = must(await ask())
    await runner().sweep()
    expect(must(await get<ExportPage>(server, 'duban', '/exports')).items).toEqual([])
    for (const attempt of [
      await get(server, 'duban', `/exports/${id}`),
      await linkTo(id, 'duban'),
      await post(server, 'duban', `/exports/${id}/acts/cancel`),
    ])
      expect(attempt).toMatchObject({ status: 404, body: { code: 'export_not_found' } })
    const forged = `/api/v1/exports/${id}/file?expires=${Date.now() + DAY}&signature=AAAA`
    expect((await server.app.inject({ method: 'GET', url: forged })).statusCode).toBe(403)
  })

  it('is fetched by a link that is good for two minutes, and each fetching is noted', async () => {
    await many(1)
    const { id } = must(await ask())
    await runner().sweep()
    const { url } = must(await linkTo(id))
    server.present.advance(2 * MINUTE)
    expect((await server.app.inject({ method: 'GET', url })).json()).toMatchObject({
      code: 'export_link_expired',
    })
    expect(await server.unitOfWork.reader.findOneBy(ExportJob, { id })).toMatchObject({ downloads: 1 })
  })

  it('is thrown away after three days; that it was made stays', async () => {
    await many(1)
    const { id } = must(await ask())
    await runner().sweep()
    const { expiresAt } = await look(id)
    expect(expiresAt).toBe(new Date(mondayMorning.getTime() + 3 * DAY).toISOString())
    server.present.advance(3 * DAY)
    await runner().sweep()
    expect(files()).not.toContain(id)
    expect(await look(id)).toMatchObject({ state: 'expired', rowsWritten: 1, purpose: '月度分析会用' })
    expect(await linkTo(id)).toMatchObject({ status: 409, body: { code: 'export_not_ready' } })
  })
})

describe('an export under way', () => {
  it('is one for each person; a second one is told to wait', async () => {
    must(await ask())
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'export_running' } })
    must(await ask({}, 'lingdao2'))
  })

  it('that is cancelled before it begins is never written', async () => {
    await many(1)
    const { id } = must(await ask())
    expect(must(await post<ExportView>(server, 'lingdao', `/exports/${id}/acts/cancel`)).state).toBe(
      'cancelled',
    )
    await runner().sweep()
    expect(await look(id)).toMatchObject({ state: 'cancelled', rowsWritten: 0 })
    must(await ask())
  })

  it('that is cancelled while it is written stops, and leaves no file', async () => {
    await many(2)
    const { id } = must(await ask())
    const taken = await runner().take()
    must(await post(server, 'lingdao', `/exports/${id}/acts/cancel`))
    if (taken) await runner().carryOut(taken)
    expect(await look(id)).toMatchObject({ state: 'cancelled' })
    expect(existsSync(join(server.config.dataDir, 'exports', id))).toBe(false)
    expect(files().filter((name) => name.startsWith(id))).toEqual([])
    const over = await post(server, 'lingdao', `/exports/${id}/acts/cancel`)
    expect(over).toMatchObject({ status: 409, body: { code: 'export_over' } })
  })

  it('is taken over from a server that died, and written once', async () => {
    await many(2)
    const { id } = must(await ask())
    const dead = await runner().take()
    expect(await runner().take()).toBeNull()
    server.present.advance(2 * MINUTE)
    await runner().sweep()
    expect(await look(id)).toMatchObject({ state: 'done', rowsWritten: 2 })
    if (dead) await runner().carryOut(dead)
    expect(await look(id)).toMatchObject({ state: 'done' })
    expect((await fetchFile(id)).body.trimEnd().split('\r\n')).toHaveLength(3)
  })

  it('that the disk refuses is tried three times, then says so, and another one may be asked for', async () => {
    await many(1)
    const folder = join(server.config.dataDir, 'exports')
    rmSync(folder, { recursive: true, force: true })
    writeFileSync(folder, '')
    const { id } = must(await ask())
    for (const attempt of [1, 2, 3]) {
      await runner().sweep()
      expect((await look(id)).state).toBe(attempt < 3 ? 'waiting' : 'failed')
      server.present.advance(MINUTE)
    }
    expect((await look(id)).failure).toContain('稍后再试')
    rmSync(folder)
    const next = must(await ask())
    expect(await rowsOf(next)).toHaveLength(1)
  })
})

/** As if a leader worked in a town. */
async function inTown(account: string, areaId: string, work: () => Promise<void>): Promise<void> {
  const move = (to: string | null) =>
    server.unitOfWork.run((tx) => tx.update(Staff, { account }, { areaId: to }))
  await move(areaId)
  server.present.advance(20 * MINUTE)
  await work().finally(() => move(null))
}

/** The words of a document: paragraphs of a cell or of the text, with a space between them. */
const wordsOf = (xml: string): string =>
  xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, words]) => words).join(''))
    .join(' ')

/** One part of a packed file, by its central directory. */
function partOf(zip: Buffer, wanted: string): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) !== wanted) continue
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    return inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(at + 20))).toString('utf8')
  }
  throw new Error(`there is no ${wanted}`)
}
