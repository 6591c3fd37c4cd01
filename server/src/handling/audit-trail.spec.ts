import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { newId } from '../platform/database/index.js'
import { aNeed, type FiledNeed } from './a-need.fixture.js'
import { AuditTrail, type Break } from './audit-trail.js'
import { NeedEvent } from './need-event.entity.js'
import { Need } from './need.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

/** What somebody does who can write into the database directly. */
const tamper = (sql: string, values: unknown[]) => server.unitOfWork.run((tx) => tx.query(sql, values))
async function breaks(): Promise<Break[]> {
  const found: Break[] = []
  for await (const each of new AuditTrail(server.unitOfWork).breaks()) found.push(each)
  return found
}

describe('the events of the whole database', () => {
  let need: FiledNeed
  beforeEach(async () => {
    for (const table of [Need, NeedEvent])
      await server.unitOfWork.run((tx) => tx.createQueryBuilder().delete().from(table).execute())
    await aNeed(server).worked().rated({ level: 1 }).there()
    need = await aNeed(server).worked().there()
    await aNeed(server).there()
  })
  const broken = (sequence: number) => [{ needId: need.id, receiptNo: need.filed.receiptNo, sequence }]

  it('fit together', async () => {
    const trail = new AuditTrail(server.unitOfWork)
    for await (const each of trail.breaks()) throw new Error(each.needId)
    expect(trail.needs).toBe(3)
    expect(trail.events).toBe(await server.unitOfWork.reader.count(NeedEvent))
  })

  it('show where one was altered', async () => {
    await tamper('UPDATE need_event SET actor_kind = ? WHERE need_id = ? AND sequence = 3', [
      'system',
      need.id,
    ])
    expect(await breaks()).toEqual(broken(3))
  })

  it('show where one was removed, also the last', async () => {
    const events = await need.events()
    await tamper('DELETE FROM need_event WHERE id = ?', [events.at(-1)?.id])
    expect(await breaks()).toEqual(broken(events.length))
    await tamper('DELETE FROM need_event WHERE id = ?', [events[1]?.id])
    expect(await breaks()).toEqual(broken(2))
  })

  it('show a need that says nothing of its events, and events without their need', async () => {
    await tamper('UPDATE need SET event_count = 0, last_event_hash = ? WHERE id = ?', [
      '0'.repeat(64),
      need.id,
    ])
    expect((await breaks()).length).toBe(1)
    await tamper('DELETE FROM need WHERE id = ?', [need.id])
    expect(await breaks()).toEqual([{ needId: need.id, receiptNo: null, sequence: 1 }])
  })

  it('are read page by page, to the end', async () => {
    const row = await need.row()
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
    await tamper('UPDATE need SET event_count = 1 WHERE id = ?', [last?.id])
    const trail = new AuditTrail(server.unitOfWork)
    const found: Break[] = []
    for await (const each of trail.breaks()) found.push(each)
    expect(found).toEqual([{ needId: last?.id, receiptNo: last?.receiptNo, sequence: 1 }])
    expect(trail.needs).toBe(453)
  })
})
