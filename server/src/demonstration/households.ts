import { type CareMark, DAY, HOUR, isIdNumber, plusDays, shanghaiDate, type VisitTag } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import { In } from 'typeorm'
import { type Person, PersonalData, Staff } from '../people/index.js'
import { type Area, Areas } from '../places/index.js'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import {
  type AssignBody,
  GridAssignments,
  Grids,
  GridTask,
  GridTasks,
  type GridWorker,
  Household,
  HouseholdFiling,
  HouseholdNeed,
  HouseholdResident,
  type NewHousehold,
  TaskReport,
  Visits,
  writeHouseholds,
} from '../visits/index.js'

/** Who walks, and so many households in each of their grids: first a whole grid, then parts of some. */
const walkers = [
  { account: 'wangge', households: [300, 24, 24, 24] },
  { account: 'wangge2', households: [36] },
  { account: 'wangge4', households: [24] },
] as const
/** The households are known for so long: some have not been visited ever since. */
const KNOWN_DAYS = 120
const IN_A_BUILDING = 24
/** Every so many households one is not visited, or nobody is at home. */
const [UNVISITED, NOBODY_HOME] = [5, 7]

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = [
  '建国',
  '秀兰',
  '志强',
  '桂英',
  '丽华',
  '明亮',
  '玉珍',
  '小雨',
  '子涵',
  '春梅',
  '海燕',
  '国庆',
  '文静',
]
const relations = ['户主', '配偶', '子女', '父母']
/** One after the other over the doors; most have none. */
const marksInTurn: (CareMark[] | null)[] = [
  ...[null, null, ['aged80', 'livingAlone'], null, null, null, ['disabled'], null, null, null],
  ...[null, ['lowIncome'], null, null, null, null, ['newborn'], null, null, null, ['aged80'], null, null],
] as (CareMark[] | null)[]
const sayings: { said: string; tags: VisitTag[] }[] = [
  { said: '家里都好，提醒了用电安全', tags: ['wellbeing', 'safety'] },
  { said: '想问社区食堂什么时候开', tags: ['elderly', 'policy'] },
  { said: '楼道灯不亮，已记下', tags: ['repair'] },
  { said: '孩子明年上小学，想了解划片', tags: ['children', 'policy'] },
  { said: '腿脚不好，去医院不方便', tags: ['medical', 'elderly'] },
  { said: '楼下垃圾桶有味道', tags: ['environment'] },
]
const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

/**
 * Fills grids with households, a quarter of a year of visits and what was asked from above, each once. All of it follows
 * from the place in the list, so that every demonstration is the same.
 */
export async function liveHouseholds(app: INestApplicationContext, now: Date): Promise<void> {
  const unitOfWork = app.get(UnitOfWork)
  const isEmpty = async (
    entity: typeof Household | typeof GridTask | typeof TaskReport | typeof HouseholdNeed,
  ) => (await unitOfWork.reader.count(entity)) === 0
  const workers: GridWorker[] = []
  for (const { account } of walkers) workers.push(await app.get(Grids).worker(await personOf(app, account)))
  if (await isEmpty(Household)) await unitOfWork.run((tx) => settle(app, tx, workers, now))
  if (await isEmpty(GridTask)) {
    const leader = await personOf(app, 'lingdao')
    const { id: areaId } = await districtOf(app)
    await unitOfWork.run(async (tx) => {
      for (const worker of workers) await walk(app, tx, worker, now)
      await app.get(GridAssignments).assign(tx, leader, check(areaId, now))
    })
  }
  if (await isEmpty(TaskReport)) await unitOfWork.run((tx) => report(app, tx, workers[0], now))
  if (await isEmpty(HouseholdNeed)) await fileAtDoors(app, workers[0], now)
}

const check = (areaId: string, now: Date): AssignBody => ({
  ...{ areaId, kind: 'check', scope: 'household', title: '冬季用火用电安全检查' },
  text: '看看取暖设备、插线板和楼道杂物，有隐患的当场提醒并记下。',
  ...{ choices: ['没有隐患', '已当场整改', '需要上报'], dueOn: plusDays(shanghaiDate(now), 12) },
})

async function settle(
  app: INestApplicationContext,
  tx: Tx,
  workers: readonly GridWorker[],
  now: Date,
): Promise<void> {
  for (const [place, { households }] of walkers.entries()) {
    const own = [...(workers[place]?.grids.values() ?? [])]
    const grids = own.sort((one, other) => one.code.localeCompare(other.code))
    // One grid's buildings are numbered on from the other's: nobody has the same door twice.
    let first = 0
    for (const [index, count] of households.entries()) {
      const grid = grids[index]
      if (grid) await fill(app, tx, grid, { first, count }, now)
      first += Math.ceil(count / IN_A_BUILDING) * IN_A_BUILDING
    }
  }
}

async function fill(
  app: INestApplicationContext,
  tx: Tx,
  grid: Area,
  { first, count }: { first: number; count: number },
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - KNOWN_DAYS * DAY)
  const community = grid.parentId === null ? undefined : await app.get(Areas).byId(grid.parentId)
  const doors = Array.from({ length: count }, (_, index) => household(first + index))
  const place = { gridId: grid.id, words: community?.name ?? grid.name }
  await writeHouseholds(tx, app.get(PersonalData), place, doors, since)
}

/** The door of a place in the list: six floors with two doors each, two stairs in a building. */
function household(index: number): NewHousehold {
  const [building, stair] = [Math.floor(index / IN_A_BUILDING) + 1, (Math.floor(index / 12) % 2) + 1]
  const room = `${(Math.floor(index / 2) % 6) + 1}0${(index % 2) + 1}`
  const surname = at(surnames, index * 7)
  const marks = at(marksInTurn, index) ?? []
  const people = marks.includes('livingAlone') ? 1 : (index % 4) + 1
  return {
    ...{ building: `${building} 号楼`, unit: `${stair} 单元`, room, marks },
    note: index % 29 === 3 ? '白天上班，晚上七点后在家' : null,
    residents: Array.from({ length: people }, (_, place) => ({
      name: `${place === 1 ? at(surnames, index * 3 + 1) : surname}${at(given, index * 5 + place * 3)}`,
      phone: place === 0 && !marks.includes('aged80') ? `1990${String(index * 10).padStart(7, '0')}` : null,
      idNumber: place === 0 && marks.includes('aged80') ? inventedIdNumber(index) : null,
      relation: at(relations, place),
    })),
  }
}

/** Nobody's: there is no region 99. */
function inventedIdNumber(index: number): string {
  const first = `99000019400101${String(index).padStart(3, '0')}`
  const whole = [...'0123456789X'].map((letter) => first + letter)
  return whole.find(isIdNumber) ?? ''
}

/** A quarter of a year of visits: most doors once, the latest in the last days. */
async function walk(app: INestApplicationContext, tx: Tx, worker: GridWorker, now: Date): Promise<void> {
  const households = await tx.find(Household, { order: { gridId: 'ASC', changeNumber: 'ASC' } })
  const own = households.filter(({ gridId }) => worker.grids.has(gridId))
  const heads = await tx.findBy(HouseholdResident, { position: 0 })
  const headOf = new Map(heads.map(({ id, householdId }) => [householdId, id]))
  for (const [index, { id: householdId, gridId }] of own.entries()) {
    if (index % UNVISITED === UNVISITED - 1) continue
    const recorded = recordedAt(now, daysAgoOf(index), index)
    const meeting = index % NOBODY_HOME === 0 ? 'nobodyHome' : 'met'
    const isMet = meeting === 'met'
    const residentId = isMet ? headOf.get(householdId) : undefined
    const place = placeOf(worker.grids.get(gridId), index)
    const body = { householdId, meeting, residentId, place, ...(isMet && at(sayings, index)) } as const
    await app.get(Visits).record(tx, worker, body, recorded)
  }
}

/** Before a building of a grid: they stand in rows around its middle, some fifty metres from each other. */
function placeOf(grid: Area | undefined, index: number): { longitude: number; latitude: number } | undefined {
  if (!grid) return undefined
  const building = Math.floor(index / IN_A_BUILDING)
  const along = (index % 12) * 0.00002
  return {
    longitude: grid.longitude + ((building % 4) - 1.5) * 0.0009 + along,
    latitude: grid.latitude + (Math.floor(building / 4) - 1.5) * 0.0006,
  }
}

/** Somebody has begun with it. */
async function report(
  app: INestApplicationContext,
  tx: Tx,
  worker: GridWorker | undefined,
  now: Date,
): Promise<void> {
  const households = await tx.find(Household, { order: { gridId: 'ASC', changeNumber: 'ASC' } })
  const own = households.filter(({ gridId }) => worker?.grids.has(gridId)).slice(0, 8)
  for (const [index, { id: householdId, gridId }] of own.entries()) {
    const task = await tx.findOneByOrFail(GridTask, { gridId })
    const body = { taskId: task.id, householdId, choice: at(task.choices, index % 5 === 0 ? 1 : 0) }
    if (worker) await app.get(GridTasks).report(tx, worker, body, recordedAt(now, 0, index))
  }
}

/** Filed at doors with a mark for special care: one is clear, the other waits for a dispatcher, before all others. */
const doorTexts = [
  '家里停水一整天了，老人没法做饭，没有接到停水通知',
  '老人一个人在家，最近总有人来敲门，希望社区帮忙看看是怎么回事',
]

async function fileAtDoors(
  app: INestApplicationContext,
  worker: GridWorker | undefined,
  now: Date,
): Promise<void> {
  if (!worker) return
  const gridIds = [...worker.grids.keys()]
  const { reader } = app.get(UnitOfWork)
  const households = await reader.find(Household, { where: { gridId: In(gridIds) }, order: { id: 'ASC' } })
  const marked = households.filter(({ marks }) => marks.length > 0)
  for (const [index, text] of doorTexts.entries()) {
    const body = { householdId: at(marked, index).id, text }
    await app.get(HouseholdFiling).file(worker, body, recordedAt(now, 0, 0), body, (record) => record)
  }
}

/** More of them lately than long ago. */
const daysAgoOf = (index: number): number => 1 + Math.floor(((index * 13) % 100) ** 2 / 100)

/** In the afternoon of so many days ago. */
const recordedAt = (now: Date, daysAgo: number, index: number) => {
  const moment = new Date(now.getTime() - daysAgo * DAY - (index % 5) * HOUR)
  return { operationId: randomUUID(), at: moment, receivedAt: moment }
}

async function personOf(app: INestApplicationContext, account: string): Promise<Person> {
  const { id, roles, departmentId, areaId } = await app
    .get(UnitOfWork)
    .reader.findOneByOrFail(Staff, { account })
  return { id, kind: 'staff', roles, departmentId, areaId }
}

async function districtOf(app: INestApplicationContext): Promise<Area> {
  const [district] = await app.get(Areas).all('district')
  if (!district) throw new Error('there is no district')
  return district
}
