import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, phone, tokenOf } from '../handling/a-need.fixture.js'
import { WorkOrderViews } from '../handling/index.js'
import { type Person, PersonalDataRead, StaffDirectory } from '../people/index.js'
import { orderSheet } from './order-sheet.js'
import { pdfOf } from './pdf-document.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const reason = '随案卷归档'
const sheet = async (who: string, id: string, body: object = { reason }) =>
  server.app.inject({
    method: 'POST',
    url: `/api/v1/work-orders/${id}/sheet`,
    headers: { authorization: `Bearer ${await tokenOf(server, who)}` },
    payload: body,
  })
const printing = { byName: '王芳', at: new Date('2026-11-16T02:00:00Z'), reason }

describe('the sheet of an order', () => {
  it('is a PDF with its fonts inside, named after the order', async () => {
    const need = await aNeed(server).worked().there()
    const [order] = await need.orders()
    const answer = await sheet('chengguan', order?.id ?? '')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' })
    const name = encodeURIComponent(`工单${need.filed.receiptNo}城市管理局.pdf`)
    expect(answer.headers['content-disposition']).toContain(name)
    const text = answer.rawPayload.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/\/FontFile3/)
    expect(text).toContain('/Lang (zh-CN)')
    expect(answer.rawPayload.length).toBeLessThan(300_000)
  })

  it('says what the page says, and masks what the page masks', async () => {
    const need = await aNeed(server).worked().there()
    const [order] = await need.orders()
    const { id, departmentId } = (await server.app.get(StaffDirectory).byAccount('chengguan')) ?? {}
    const by = { id, kind: 'staff', roles: ['handler'], departmentId, areaId: null } as Person
    const view = await server.app.get(WorkOrderViews).one(by, order?.id ?? '')
    const said = JSON.stringify(orderSheet(view, printing))
    for (const words of [
      need.filed.receiptNo,
      view.text,
      '城市管理局',
      '已到现场核实',
      '199****0001',
      reason,
    ])
      expect(said).toContain(words)
    expect(said).not.toContain(phone)
    expect(said).toContain('2026年11月16日 10:00')
    const hidden = JSON.stringify(orderSheet({ ...view, anonymous: true, contact: null }, printing))
    expect(hidden).toContain('要求隐匿身份')
  })

  it('leaves a trace of who took it, when and why', async () => {
    const need = await aNeed(server).there()
    const [order] = await need.orders()
    expect((await sheet('duban', order?.id ?? '')).statusCode).toBe(200)
    const reads = await server.unitOfWork.reader.findBy(PersonalDataRead, { needId: need.id })
    expect(reads).toMatchObject([{ what: 'orderSheet', reason, at: server.present.now() }])
  })

  it.each([
    ['gongan', 404],
    ['guanli', 403],
    [phone, 403],
  ])('is not for %s: %i, and leaves no trace', async (who, status) => {
    const need = await aNeed(server).there()
    const [order] = await need.orders()
    expect((await sheet(who, order?.id ?? '')).statusCode).toBe(status)
    expect(await server.unitOfWork.reader.findBy(PersonalDataRead, { needId: need.id })).toEqual([])
  })

  it.each([{}, { reason: ' 啊 ' }])('asks what it is for: %j', async (body) => {
    const need = await aNeed(server).there()
    const [order] = await need.orders()
    const answer = await sheet('chengguan', order?.id ?? '', body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'validation_failed', title: expect.stringContaining('用途') })
  })
})

describe('a PDF', () => {
  it('goes on over pages, each with its number', async () => {
    const words = '路灯不亮，老人出门看不清台阶。'.repeat(400)
    const bytes = await pdfOf({
      title: '很长的工单',
      foot: '脚注',
      blocks: [
        { kind: 'heading', text: '内容' },
        { kind: 'words', text: words },
        {
          kind: 'entries',
          entries: Array.from({ length: 60 }, (_, at) => ({ head: `${at}`, said: words.slice(0, 90) })),
        },
      ],
    })
    const pages = bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.length).toBeLessThan(15)
  })

  it('is the same whatever was printed before it', async () => {
    const of = async (text: string) => {
      const bytes = await pdfOf({ title: '工单', foot: '脚注', blocks: [{ kind: 'words', text }] })
      return bytes.toString('latin1').replace(/\(D:\d+Z\)|\/ID \[.*?\]/gs, '')
    }
    const first = await of('路灯不亮。')
    expect(await of('井盖松动，半夜很响 A1。')).not.toBe(first)
    expect(await of('路灯不亮。')).toBe(first)
  })

  it('takes a sign that no font has', async () => {
    const blocks = [{ kind: 'words' as const, text: '好👍🏽的\r\n第二行\u200d' }]
    const bytes = await pdfOf({ title: '表情', foot: '', blocks })
    expect(bytes.length).toBeGreaterThan(1000)
  })
})
