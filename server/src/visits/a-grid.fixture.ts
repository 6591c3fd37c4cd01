import { randomUUID } from 'node:crypto'
import type { CareMark, OperationKind } from '@minsheng/shared'
import { get, must, post } from '../handling/a-need.fixture.js'
import { PersonalData, Staff } from '../people/index.js'
import { Areas } from '../places/index.js'
import type { TestApp } from '../../test/app.fixture.js'
import { writeHouseholds } from './writing-households.js'
import type { ChangesView } from './changes.dto.js'
import type { HouseholdView } from './household.dto.js'
import type { OperationResult, SyncView } from './sync.dto.js'

/** Walks in one grid. */
export const worker = 'wangge2'
/** Walks in another one. */
export const neighbour = 'wangge4'

export interface SeedHousehold {
  building?: string
  room: string
  marks?: CareMark[]
  note?: string | null
  residents?: { name: string; phone?: string; idNumber?: string; relation?: string }[]
}

/** The grid that a worker of the seed walks in. */
export async function gridOf(server: TestApp, account: string): Promise<string> {
  const staff = await server.unitOfWork.reader.findOneByOrFail(Staff, { account })
  const area = staff.areaId === null ? undefined : await server.app.get(Areas).byId(staff.areaId)
  if (area?.level !== 'grid') throw new Error(`${account} walks in no single grid`)
  return area.id
}

/** Writes households into the grid of a worker. */
export async function householdsOf(
  server: TestApp,
  account: string,
  households: readonly SeedHousehold[],
): Promise<void> {
  await householdsIn(server, await gridOf(server, account), households)
}

/** Writes households into a grid. */
export async function householdsIn(
  server: TestApp,
  gridId: string,
  households: readonly SeedHousehold[],
): Promise<void> {
  const rows = households.map(({ building = '3 号楼', room, marks = [], note = null, residents = [] }) => ({
    ...{ building, unit: '2 单元', room, marks, note },
    residents: residents.map((resident) => ({ phone: null, idNumber: null, relation: null, ...resident })),
  }))
  const now = server.present.now()
  await server.unitOfWork.run((tx) =>
    writeHouseholds(tx, server.app.get(PersonalData), { gridId, words: '测试网格' }, rows, now),
  )
}

/** What a phone downloads, all pages. */
export async function download(server: TestApp, who: string, cursor = ''): Promise<ChangesView> {
  const page = must(await get<ChangesView>(server, who, `/sync/changes?cursor=${cursor}`))
  if (!page.more) return page
  const rest = await download(server, who, page.cursor)
  return {
    ...rest,
    households: [...page.households, ...rest.households],
    tasks: [...page.tasks, ...rest.tasks],
    tombstones: [...page.tombstones, ...rest.tombstones],
  }
}

/** One household as the phone has it. */
export async function householdAt(server: TestApp, who: string, room: string): Promise<HouseholdView> {
  const found = (await download(server, who)).households.find((each) => each.room === room)
  if (!found) throw new Error(`${who} has no room ${room}`)
  return found
}

export interface Typed {
  id: string
  kind: OperationKind
  recordedAt: string
  clockOffset?: number
  baseVersion?: number
  body: object
}

/** An operation as a phone makes it. */
export const operation = (
  server: TestApp,
  kind: OperationKind,
  body: object,
  rest: Partial<Typed> = {},
): Typed => ({ id: randomUUID(), kind, recordedAt: server.present.now().toISOString(), body, ...rest })

export async function sync(
  server: TestApp,
  who: string,
  ...operations: unknown[]
): Promise<OperationResult[]> {
  return must(await post<SyncView>(server, who, '/sync', { operations })).results
}
