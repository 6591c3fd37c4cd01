import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { startApp, type TestApp } from '../test/app.fixture.js'
import { auditTrails } from './audit-trails.js'
import { Complaint } from './feedback/index.js'
import { aNeed, type FiledNeed, must, phone, post } from './handling/a-need.fixture.js'
import { Need, NeedEvent } from './handling/index.js'
import { newId } from './platform/database/index.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

/** What somebody does who can write into the database directly. */
const tamper = (sql: string, ...values: unknown[]) => server.unitOfWork.run((tx) => tx.query(sql, values))
const clear = async () => {
  for (const { chain } of auditTrails(server.unitOfWork))
    for (const entity of [chain.holder, chain.event]) await server.unitOfWork.run((tx) => tx.clear(entity))
}

/** What is wrong, as a line each. */
async function broken(): Promise<string[]> {
  const found: string[] = []
  for (const trail of auditTrails(server.unitOfWork))
    for await (const { id, receiptNo, sequence } of trail.breaks())
      found.push(`${trail.chain.noun} ${id} ${receiptNo ?? 'gone'} ${sequence}`)
  return found
}

const complain = async (need: FiledNeed) => {
  const ask = <Body>(path: string, body: object, who = phone) => post<Body>(server, who, path, body)
  const complaint = must(await ask<{ id: string }>(`/needs/${need.id}/complaint`, {}))
  const acts = `/complaints/${complaint.id}/acts`
  must(await ask(`${acts}/addWords`, { words: '今天也没有人来' }))
  must(await ask(`${acts}/respond`, { how: 'phone', note: '已通话，下午去现场' }, 'duban'))
  must(await ask(`${acts}/withdraw`, {}))
  return complaint.id
}

it('covers every table whose rows are chained', () => {
  const chained = server.app
    .get(DataSource)
    .entityMetadatas.filter(({ ownColumns }) =>
      ownColumns.some(({ propertyName }) => propertyName === 'previousHash'),
    )
  expect(auditTrails(server.unitOfWork).map(({ chain }) => chain.event)).toEqual(
    expect.arrayContaining(chained.map(({ target }) => target)),
  )
  expect(chained).toHaveLength(2)
})

describe.each([
  ['诉求', 'need', 'need_event', 'need_id'],
  ['投诉', 'complaint', 'complaint_event', 'complaint_id'],
])('the events of every %s', (noun, table, events, owner) => {
  let id: string
  let receiptNo: string
  beforeEach(async () => {
    await clear()
    await aNeed(server).worked().rated({ level: 1 }).there()
    const need = await aNeed(server).worked().there()
    await complain(await aNeed(server).there())
    const complaintId = await complain(need)
    id = table === 'need' ? need.id : complaintId
    receiptNo = need.filed.receiptNo
  })
  const at = (sequence: number) => [`${noun} ${id} ${receiptNo} ${sequence}`]
  const remove = (sequence: number) =>
    tamper(`DELETE FROM ${events} WHERE ${owner} = ? AND sequence = ?`, id, sequence)
  const length = async () => {
    const [row] = await server.unitOfWork.reader.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM ${events} WHERE ${owner} = ?`,
      [id],
    )
    return Number(row?.n)
  }

  it('fit together', async () => {
    expect(await broken()).toEqual([])
  })

  it.each(['actor_kind', 'act', 'hash', 'previous_hash'])('show where %s was altered', async (column) => {
    await tamper(`UPDATE ${events} SET ${column} = ? WHERE ${owner} = ? AND sequence = 3`, 'system', id)
    expect(await broken()).toEqual(at(3))
  })

  it('show where two have changed places', async () => {
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      await tamper(`UPDATE ${events} SET sequence = ? WHERE ${owner} = ? AND sequence = ?`, to, id, from)
    expect(await broken()).toEqual(at(2))
  })

  it('show where one was removed: the last, one in the middle, the first, all of them', async () => {
    const last = await length()
    await remove(last)
    expect(await broken()).toEqual(at(last))
    await remove(2)
    expect(await broken()).toEqual(at(2))
    await remove(1)
    expect(await broken()).toEqual(at(1))
    await tamper(`DELETE FROM ${events} WHERE ${owner} = ?`, id)
    expect(await broken()).toEqual(at(1))
  })

  it('show a record that says nothing of its events, and events without their record', async () => {
    const none = '0'.repeat(64)
    await tamper(`UPDATE ${table} SET event_count = 0, last_event_hash = ? WHERE id = ?`, none, id)
    expect(await broken()).toHaveLength(1)
    await tamper(`DELETE FROM ${table} WHERE id = ?`, id)
    expect(await broken()).toEqual([`${noun} ${id} gone 1`])
  })
})

it('reads page by page, to the end', async () => {
  await clear()
  const row = await (await aNeed(server).there()).row()
  const needs = Array.from({ length: 450 }, (_, i) => ({
    ...row,
    id: newId(server.present.now()),
    receiptNo: `MS20261116-${i}`,
    eventCount: 0,
    lastEventHash: '0'.repeat(64),
  }))
  await server.unitOfWork.run(async (tx) => {
    for (const each of needs) await tx.insert(Need, each)
  })
  const last = needs.at(-1)
  await tamper('UPDATE need SET event_count = 1 WHERE id = ?', last?.id)
  expect(await broken()).toEqual([`诉求 ${last?.id} ${last?.receiptNo} 1`])

  const [ofNeeds] = auditTrails(server.unitOfWork)
  for await (const _ of ofNeeds?.breaks() ?? []);
  expect(ofNeeds).toMatchObject({ records: 451, events: await server.unitOfWork.reader.count(NeedEvent) })
  expect(await server.unitOfWork.reader.count(Complaint)).toBe(0)
})
