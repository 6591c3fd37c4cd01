import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, type NeedState, type WorkOrderState } from '@minsheng/shared'
import { Between } from 'typeorm'
import { CallBack } from '../src/callbacks/call-back.entity.js'
import { Disclosure } from '../src/disclosure/index.js'
import { ExportRows } from '../src/exports/export-rows.js'
import { ComplaintEvidence } from '../src/feedback/complaint-evidence.entity.js'
import { untouched } from '../src/feedback/complaint-about.js'
import { Complaint, Rating } from '../src/feedback/index.js'
import { get, idOf, must, phone, tokenOf } from '../src/handling/a-need.fixture.js'
import { ExtensionRequest } from '../src/handling/extension-request.entity.js'
import { chainStart, Need, WorkOrder } from '../src/handling/index.js'
import { MergedNeed } from '../src/handling/merged-need.entity.js'
import { Department } from '../src/people/index.js'
import { Area } from '../src/places/index.js'
import { Counting } from '../src/scores/index.js'
import { ScoreCorrection } from '../src/scores/score-correction.entity.js'
import { ScoreItem } from '../src/scores/score-item.entity.js'
import { ScoreMonth } from '../src/scores/score-sum.entity.js'
import { insertRows, newId } from '../src/platform/database/index.js'
import { mondayMorning, startApp, type TestApp } from './app.fixture.js'
import { selectsOf, type Statement } from './plans.fixture.js'

/** What MariaDB says of one table of a statement. */
interface Plan {
  table: string
  type: string
  key: string | null
  Extra: string
}

const ROWS = 12_000
const behind = '/scores/items?from=2026-06-01&to=2026-11-30&by=department'
const tables = [
  'score_item',
  'score_sum',
  'need',
  'work_order',
  'rating',
  'disclosure',
  'complaint',
  'complaint_evidence',
  'call_back',
  'merged_need',
  'extension_request',
]
const hasServer = Boolean(process.env.TEST_DATABASE_URL)

// SQLite holds a street office; how a city's lists are read is a question to the city's database.
;(hasServer ? describe : describe.skip)('among twelve thousand needs', () => {
  let server: TestApp
  let asked: Statement[]
  const master = newId(mondayMorning)
  beforeAll(async () => {
    // One connection to read by, which alone is counted.
    server = await startApp({ config: { databasePool: 1 } })
    await fill()
    for (const name of tables) await server.unitOfWork.reader.query(`ANALYZE TABLE ${name}`)
    asked = selectsOf(server)
    for (const who of ['gongan', 'gongan-lingdao', 'fenpai', 'duban', 'lingdao', 'wangge', phone])
      await tokenOf(server, who)
  }, 300_000)
  afterAll(() => server.stop())

  it.each([
    ['a queue', 'gongan', '/work-orders?state=done', 'work_order', 'ix_work_order_queue'],
    [
      'a queue of one category',
      'gongan',
      '/work-orders?state=done&categoryId=:category',
      'work_order',
      'ix_work_order_queue_category',
    ],
    [
      'a queue of one street',
      'gongan',
      '/work-orders?state=done&areaId=:street',
      'work_order',
      'ix_work_order_queue_street',
    ],
    [
      'a queue of one community',
      'gongan',
      '/work-orders?state=done&areaId=:community',
      'work_order',
      'ix_work_order_queue_street',
    ],
    [
      'what is due soon',
      'gongan',
      '/work-orders?state=pending&due=soon',
      'work_order',
      'ix_work_order_queue',
    ],
    ['a queue of all open states', 'gongan', '/work-orders', 'work_order', 'ix_work_order_queue'],
    ['a state of all departments', 'fenpai', '/work-orders?state=done', 'work_order', 'ix_work_order_state'],
    ['all open states of all departments', 'fenpai', '/work-orders', 'work_order', 'ix_work_order_state'],
    ['the returns that wait for a decision', 'fenpai', '/triage', 'work_order', 'ix_work_order_state'],
    ['what waits for triage', 'fenpai', '/triage', 'need', 'ix_need_triage'],
    ['a resident’s own needs', phone, '/needs/mine', 'need', 'ix_need_resident'],
    ['what a grid worker filed', 'wangge', '/needs/mine', 'need', 'ix_need_filer'],
    ['what follows a master', 'fenpai', '/needs/:master/merged', 'merged_need', 'ix_merged_need_master'],
    ['what is behind a number', 'lingdao', `${behind}&figure=rated`, 'score_item', 'ix_score_item_kind'],
    [
      'what is behind a department’s number',
      'lingdao',
      `${behind}&figure=rated&of=:department`,
      'score_item',
      'ix_score_item_department',
    ],
    [
      'what is behind a number in a town',
      'lingdao',
      `${behind}&figure=rated&within=:street`,
      'score_item',
      'ix_score_item_street',
    ],
    ['complaints that wait for a response', 'duban', '/complaints', 'complaint', 'ix_complaint_queue'],
    ['a resident’s own complaints', phone, '/complaints/mine', 'complaint', 'ix_complaint_resident'],
    ['who is to be called', 'duban', '/call-backs', 'call_back', 'ix_call_back_queue'],
    ['who was called', 'duban', '/call-backs?state=reached', 'call_back', 'ix_call_back_queue'],
    ['escalated complaints', phone, '/complaints/escalated', 'complaint', 'ix_complaint_escalated'],
    [
      'what a department is asked for',
      'gongan-lingdao',
      '/complaint-evidence?state=sent',
      'complaint_evidence',
      'ix_complaint_evidence_department',
    ],
    ['what was solved in the district', phone, '/disclosure/solved', 'disclosure', 'ix_disclosure_closed'],
    [
      'what was solved in a street',
      phone,
      '/disclosure/solved?areaId=:street',
      'disclosure',
      'ix_disclosure_street',
    ],
    [
      'what was solved in a community',
      phone,
      '/disclosure/solved?areaId=:community',
      'disclosure',
      'ix_disclosure_community',
    ],
  ])('%s: each page is one range of one index, read in its order', async (_, who, path, table, key) => {
    const inOrder = expect.not.stringMatching(/filesort|temporary/)
    const first = await ask<{ nextCursor: string | null }>(who, path)
    const begins = await plans(table)
    expect(begins.length).toBeGreaterThan(0)
    for (const plan of begins)
      expect(plan).toMatchObject({ key, type: expect.stringMatching(/^(ref|range)$/), Extra: inOrder })
    if (!first.nextCursor || (path === '/triage' && table === 'work_order')) return
    await ask(who, `${path}${path.includes('?') ? '&' : '?'}cursor=${first.nextCursor}`)
    for (const plan of await plans(table))
      expect(plan).toMatchObject({ key, type: expect.stringMatching(/^(ref|range)$/), Extra: inOrder })
  })

  it.each([
    ['a queue', 'gongan', '/work-orders?state=done'],
    ['a state of all departments', 'fenpai', '/work-orders?state=done'],
    ['a resident’s own needs', phone, '/needs/mine'],
  ])('%s: no page reads more rows than the first', async (_, who, path) => {
    let cursor: string | null = ''
    const read: number[] = []
    for (let number = 0; number < 18 && cursor !== null; number += 1) {
      const glue: string = path.includes('?') ? '&' : '?'
      const cost: number[] = []
      let next: string | null = null
      // Twice, and the lesser counts: what the server looks up every few seconds is read by the same connection.
      for (const _ of ['once', 'again']) {
        const before = await rowsRead()
        next = (await ask<{ nextCursor: string | null }>(who, `${path}${glue}cursor=${cursor}`)).nextCursor
        cost.push((await rowsRead()) - before)
      }
      read.push(Math.min(...cost))
      cursor = next
    }
    expect(read.length).toBeGreaterThan(5)
    expect(Math.min(...read)).toBeGreaterThan(0)
    expect(Math.max(...read)).toBeLessThanOrEqual((read[0] ?? 0) * 1.2)
  })

  /** How many rows and index entries were read so far, of all tables. */
  async function rowsRead(): Promise<number> {
    const rows = await rowsOf<{ Value: string }>(
      "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name = 'Handler_icp_attempts'",
    )
    return rows.reduce((sum, { Value }) => sum + Number(Value), 0)
  }

  it('requests for more time are read in their order, and no page reads more than the first', async () => {
    const first = await ask<{ nextCursor: string | null }>('duban', '/work-orders/extensions')
    await ask('duban', `/work-orders/extensions?cursor=${first.nextCursor ?? ''}`)
    const [listed] = await plans('extension_request')
    expect(listed).toMatchObject({
      key: 'ix_extension_request_asked',
      type: 'range',
      Extra: expect.not.stringMatching(/filesort|temporary/),
    })
  })

  it('a search for a receipt number reads the orders of that number', async () => {
    await ask('gongan', '/work-orders?q=MS20261101-0042-')
    for (const plan of await plans('work_order'))
      expect(plan).toMatchObject({ key: 'ix_work_order_receipt', type: 'range' })
  })

  it('counts read an index alone', async () => {
    await ask('gongan', '/work-orders/counts')
    const counts = await plans('work_order')
    expect(counts).toHaveLength(5)
    for (const plan of counts)
      expect(plan).toMatchObject({
        type: expect.stringMatching(/^(ref|range)$/),
        Extra: expect.stringContaining('Using index'),
      })
  })

  it.each(['department', 'field', 'area', 'source', 'week'])(
    'scores by %s read ranges of the sums’ primary key',
    async (by) => {
      await ask('lingdao', `/scores?period=month&month=2026-11&by=${by}`)
      const sums = await plans('score_sum')
      expect(sums.length).toBeGreaterThan(0)
      for (const plan of sums) expect(plan).toMatchObject({ key: 'PRIMARY', type: 'range' })
    },
  )

  it.each(['district', 'department', 'area'] as const)(
    'an export of a %s goes on where its page before ended, in the order of the index, with ratings by key',
    async (scopeKind) => {
      const [street] = await places()
      const scopes = {
        district: '',
        department: await idOf(server, 'department', 'gongan'),
        area: street.id,
      }
      const period = { periodFrom: new Date('2026-06-01'), periodUntil: new Date('2026-12-01') }
      const last = { submittedAt: new Date('2026-08-01'), id: newId(new Date('2026-08-01')) }
      asked.length = 0
      await server.app.get(ExportRows).after({ ...period, scopeKind, scopeId: scopes[scopeKind] }, last)
      const [needs, ratings] = await plans('need')
      expect(needs).toMatchObject({
        key: 'ix_need_submitted',
        type: 'range',
        Extra: expect.not.stringMatching(/filesort|temporary/),
      })
      expect(ratings).toMatchObject({ key: 'uq_rating_round', type: 'eq_ref' })
    },
  )

  it.each([
    ['a number', '', 'ix_score_item_kind', 'ix_score_correction_kind'],
    [
      'a department’s number',
      '&of=:department',
      'ix_score_item_department',
      'ix_score_correction_department',
    ],
    ['a number in a town', '&within=:street', 'ix_score_item_street', 'ix_score_correction_street'],
  ])(
    'what is behind %s of frozen months: one range of what counts, one of what is gone, in their order',
    async (_, what, itemKey, correctionKey) => {
      await freezeHalfYear()
      const path = `${behind}&figure=rated${what}`
      const { nextCursor } = await ask<{ nextCursor: string | null }>('lingdao', path)
      for (const page of [path, `${path}&cursor=${nextCursor ?? ''}`, `${path}&listing=added`]) {
        await ask('lingdao', page)
        const [items, corrections] = [await plans('score_item'), await plans('score_correction')]
        expect(corrections.length).toBeGreaterThan(0)
        for (const { Extra } of [...items, ...corrections]) expect(Extra).not.toMatch(/filesort|temporary/)
        const keys = [...items, ...corrections].map(({ key, type }) => [
          key,
          type === 'eq_ref' ? type : 'range',
        ])
        const [gone, added] = [
          [correctionKey, 'range'],
          [itemKey, 'range'],
        ]
        expect(keys).toEqual(page.endsWith('added') ? [gone] : [added, ['PRIMARY', 'eq_ref'], gone])
      }
    },
  )

  /** June to October, and every third item of them counts otherwise since. */
  async function freezeHalfYear(): Promise<void> {
    const { reader } = server.unitOfWork
    if ((await reader.count(ScoreMonth)) > 0) return
    const items = await reader.findBy(ScoreItem, {
      at: Between(new Date('2026-06-01'), new Date('2026-10-30')),
    })
    const corrections = items
      .filter((_, index) => index % 3 === 0)
      .map((item, index): ScoreCorrection => {
        const correction = index % 2 === 0 ? 'gone' : 'added'
        return {
          ...item,
          id: correction === 'gone' ? newId(item.at) : item.id,
          correction,
          changedMarks: item.marks,
        }
      })
    const months = ['06', '07', '08', '09', '10'].map((month) => `2026-${month}`)
    await server.unitOfWork.run(async (tx) => {
      for (let from = 0; from < corrections.length; from += 500)
        await insertRows(tx, ScoreCorrection, corrections.slice(from, from + 500))
      await insertRows(
        tx,
        ScoreMonth,
        months.map((month) => ({ month, frozenAt: mondayMorning, isListed: true })),
      )
    })
    await reader.query('ANALYZE TABLE score_correction')
  }

  it('an order and a need with its story are read by key', async () => {
    const [order] = await server.unitOfWork.reader.find(WorkOrder, { take: 1 })
    const as = await tokenOf(server, 'fenpai')
    asked.length = 0
    await server.call('GET', `/work-orders/${order?.id ?? ''}`, { as })
    for (const table of ['work_order', 'need', 'need_event'])
      for (const plan of await plans(table, false)) expect(plan.type).toMatch(/^(const|ref|NULL)$/)
  })

  /** Asks by HTTP and keeps the statements that this took. */
  async function ask<Body = unknown>(who: string, path: string): Promise<Body> {
    const [category, department, street, community] = [
      await idOf(server, 'category', 'order.theft'),
      await idOf(server, 'department', 'gongan'),
      ...(await places()).map(({ id }) => id),
    ]
    const filled = path
      .replace(':category', category)
      .replace(':department', department)
      .replace(':street', street ?? '')
      .replace(':community', community ?? '')
      .replace(':master', master)
    asked.length = 0
    return must(await get<Body>(server, who, filled))
  }

  async function places(): Promise<[Area, Area]> {
    const { reader } = server.unitOfWork
    const community = await reader.findOneByOrFail(Area, { level: 'community' })
    return [await reader.findOneByOrFail(Area, { id: community.parentId ?? '' }), community]
  }

  /** The plans of the lists of a table that were asked for last. */
  async function plans(table: string, isList = true): Promise<Plan[]> {
    const own = asked.filter(
      ({ sql }) => sql.includes(`FROM \`${table}\``) && (!isList || /ORDER BY|GROUP BY|LIMIT 1000/.test(sql)),
    )
    const explained = own.map(({ sql, parameters }) => rowsOf<Plan>(`EXPLAIN ${sql}`, parameters))
    // What the list is narrowed down by; the rows of a page are then read by their ids.
    return (await Promise.all(explained)).flat().filter(({ table: alias }) => !/^(each$|<)/.test(alias))
  }

  const rowsOf = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    server.unitOfWork.reader.query<Row[]>(sql, parameters)

  /** A year of needs of all departments, the more of them done. */
  async function fill(): Promise<void> {
    const { reader } = server.unitOfWork
    const departments = await reader.find(Department)
    const busiest = await idOf(server, 'department', 'gongan')
    const categories = await Promise.all(
      ['order.theft', 'order.missing', 'urban.litter'].map((code) => idOf(server, 'category', code)),
    )
    const fieldId = await idOf(server, 'category', 'order')
    const next = chance()
    const communities = await reader.findBy(Area, { level: 'community' })
    const people = [await idOfPerson(phone), await idOfPerson('wangge')]
    const open: WorkOrderState[] = ['pending', 'working', 'reviewing', 'returning']
    const one = (index: number) => {
      const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item
      const at = new Date(mondayMorning.getTime() - Math.floor(next() * 365 * DAY))
      const isOpen = next() < 0.4
      const community = pick(communities)
      const shared = {
        receiptNo: `MS20261101-${String(index).padStart(5, '0')}-0`,
        round: 1,
        title: '夜里有人偷电动车电瓶',
        urgency: 'ordinary' as const,
        categoryId: pick(categories),
        fieldId,
        departmentId: next() < 0.3 ? busiest : pick(departments).id,
        communityId: community.id,
        streetId: community.parentId ?? '',
        attachmentsCount: 0,
        remindersCount: 0,
        dueAt: new Date(at.getTime() + 5 * DAY),
        isDueProvisional: false,
        answeredAt: isOpen ? null : new Date(at.getTime() + 2 * DAY),
        version: 1,
      }
      const needStates: NeedState[] = ['submitted', 'dispatched', 'handling']
      const need: Need = {
        ...shared,
        id: newId(at),
        residentId: (index % 5 === 0 ? people[0] : newId(at)) ?? '',
        filedById: (index % 7 === 0 ? people[1] : null) ?? null,
        state: isOpen ? pick(needStates) : 'closed',
        text: '夜里有人偷电动车电瓶，已经丢了三块',
        guesses: [],
        gridId: null,
        longitude: null,
        latitude: null,
        wgsLongitude: null,
        wgsLatitude: null,
        addressCipher: null,
        contactPhoneCipher: null,
        isAnonymous: false,
        isGreenChannel: index % 400 === 0,
        ruleWorkdays: null,
        danger: [],
        capturedAt: null,
        submittedAt: at,
        closedAt: shared.answeredAt,
        result: isOpen ? null : 'solved',
        isSolved: null,
        reopenings: 0,
        remindersCount: 0,
        remindedAt: null,
        eventCount: 0,
        lastEventHash: chainStart,
      }
      const order: WorkOrder = {
        ...shared,
        id: newId(at),
        needId: need.id,
        role: 'lead',
        isGreenChannel: false,
        state: isOpen ? pick(open) : 'done',
        handlerId: null,
        dispatchedAt: at,
        acceptDueAt: at,
        contactDueAt: at,
        acceptedAt: null,
        contactedAt: null,
        returnRequest: null,
      }
      const { departmentId, streetId } = shared
      const rating: Rating = {
        id: newId(at),
        needId: need.id,
        round: 1,
        departmentId,
        fieldId,
        streetId,
        level: 5,
        saidSolved: true,
        isSolved: true,
        isContacted: true,
        source: 'tap',
        aspects: null,
        tags: [],
        words: null,
        ratedAt: at,
      }
      const { id, communityId, categoryId } = need
      const disclosure: Disclosure = {
        id: newId(at),
        needId: id,
        communityId,
        streetId,
        categoryId: categoryId ?? '',
        departmentId,
        closedAt: at,
        daysTaken: 2,
        level: 5,
        text: '已加装监控，电瓶追回两块',
        photoIds: [],
      }
      const complaint: Complaint = {
        ...untouched,
        id: newId(at),
        about: 'need',
        openKey: `need:${id}`,
        needId: id,
        receiptNo: shared.receiptNo,
        ...{ projectId: null, projectTitle: null },
        round: 1,
        residentId: need.residentId,
        ...{ departmentId, categoryId, streetId },
        state: next() < 0.05 ? 'filed' : 'responded',
        filedAt: at,
        dueAt: new Date(at.getTime() + DAY),
        responseDueAt: new Date(at.getTime() + DAY),
        answerDueAt: new Date(at.getTime() + 7 * DAY),
        ...(index % 20 === 0 && { escalatedAt: at, escalationCause: 'overdue' as const }),
      }
      const evidence: ComplaintEvidence = {
        ...{ id: newId(at), complaintId: complaint.id, departmentId, receiptNo: shared.receiptNo },
        ...{ title: need.title, question: '请说明办理经过', state: index % 20 === 0 ? 'asked' : 'sent' },
        ...{ askedAt: at, dueAt: new Date(at.getTime() + DAY) },
        ...{ text: null, attachmentIds: null, sentById: null, sentAt: null },
      }
      const callBack: CallBack = {
        ...{ id: newId(at), reason: 'badRating', cause: `badRating ${id} 1`, needId: id, complaintId: null },
        ...{ receiptNo: shared.receiptNo, title: need.title, departmentId, streetId },
        ...{ state: index % 20 === 0 ? 'waiting' : 'reached', availableAt: at, createdAt: at, calls: [] },
        ...{ claimedById: null, claimedUntil: null, level: null, isSolved: null },
        ...{ isAccepted: null, words: null },
      }
      const { submittedAt } = need
      const merged = { needId: id, masterId: index % 10 === 0 ? master : newId(at), submittedAt }
      return { need, order, rating, disclosure, complaint, evidence, callBack, merged }
    }
    for (let from = 0; from < ROWS; from += 500) {
      const rows = Array.from({ length: 500 }, (_, index) => one(from + index))
      await server.unitOfWork.run(async (tx) => {
        await insertRows(
          tx,
          Need,
          rows.map(({ need }) => need),
        )
        await insertRows(
          tx,
          WorkOrder,
          rows.map(({ order }) => order),
        )
        await insertRows(
          tx,
          Rating,
          rows.map(({ rating }) => rating),
        )
        await insertRows(
          tx,
          Disclosure,
          rows.map(({ disclosure }) => disclosure),
        )
        await insertRows(
          tx,
          Complaint,
          rows.map(({ complaint }) => complaint),
        )
        await insertRows(
          tx,
          ComplaintEvidence,
          rows.map(({ evidence }) => evidence),
        )
        await insertRows(
          tx,
          CallBack,
          rows.map(({ callBack }) => callBack),
        )
        await insertRows(
          tx,
          MergedNeed,
          rows.map(({ merged }) => merged),
        )
        const extended = rows.filter(({ order }) => order.state === 'working')
        await insertRows(
          tx,
          ExtensionRequest,
          extended.map(({ order }) => ({ id: order.id, askedAt: order.dispatchedAt })),
        )
        await server.app.get(Counting).recount(
          tx,
          rows.map(({ need }) => need.id),
        )
      })
    }
  }

  async function idOfPerson(who: string): Promise<string> {
    return must(await get<{ id: string }>(server, who, '/people/me')).id
  }
})

/** A repeatable stream of numbers 0–1. */
function chance(): () => number {
  let state = 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
