import { isForgotten } from '@minsheng/shared'
import type { ChangesView, GridTaskView, GridView, HouseholdView } from '@/services/api'
import { readAll, readFrom, type Shelf, writeTo } from './shelf'

/** What the phone knows of its person's grids. */
export interface GridCopy {
  grids: readonly GridView[]
  households: ReadonlyMap<string, HouseholdView>
  tasks: ReadonlyMap<string, GridTaskView>
  /** When the server was last heard, ISO by the server's clock; null before the first time. */
  contactAt: string | null
  /** Where the next download begins. */
  cursor: string | null
}

export const nothingKnown: GridCopy = {
  grids: [],
  households: new Map(),
  tasks: new Map(),
  contactAt: null,
  cursor: null,
}

/** What an earlier version of the app has stored knows of no visits. */
type Stored = Omit<HouseholdView, 'latestVisits'> & Partial<Pick<HouseholdView, 'latestVisits'>>

type About = Pick<GridCopy, 'grids' | 'contactAt' | 'cursor'>

const ABOUT = 'about'
const HOUSEHOLDS = 'households/'
const TASKS = 'tasks'

/** About ten households to an entry: a change rewrites few, and no entry is too large for WeChat. */
const bucketOf = (id: string) => HOUSEHOLDS + id.slice(-1)

/**
 * What one answer of the server makes of the copy. Who is gone goes first: a grid takes its households and tasks along.
 * Pure.
 */
export function withChanges(copy: GridCopy, changes: ChangesView): GridCopy {
  const gone = (kind: ChangesView['tombstones'][number]['kind']) =>
    new Set(changes.tombstones.filter((one) => one.kind === kind).map(({ id }) => id))
  const [grids, households, tasks] = [gone('grid'), gone('household'), gone('task')]
  const staying = <T extends { id: string; gridId: string }>(
    all: ReadonlyMap<string, T>,
    left: Set<string>,
  ) => [...all.values()].filter(({ id, gridId }) => !left.has(id) && !grids.has(gridId))
  const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]))
  return {
    grids: changes.grids,
    households: byId([...staying(copy.households, households), ...changes.households]),
    tasks: byId([...staying(copy.tasks, tasks), ...changes.tasks]),
    contactAt: changes.serverTime,
    cursor: changes.cursor,
  }
}

/** The copy as it lies on the shelf; nothing when the server was not heard for seven days: then it is deleted, too. */
export async function loadCopy(shelf: Shelf, now: Date): Promise<GridCopy> {
  const about = await readFrom<About>(shelf, ABOUT)
  if (!about?.contactAt || isForgotten(new Date(about.contactAt), now)) {
    await forgetCopy(shelf)
    return nothingKnown
  }
  const households = (await readAll<Stored[]>(shelf, HOUSEHOLDS)).flat()
  const tasks = (await readFrom<GridTaskView[]>(shelf, TASKS)) ?? []
  return {
    ...about,
    households: new Map(households.map((one) => [one.id, { latestVisits: [], ...one }])),
    tasks: new Map(tasks.map((one) => [one.id, one])),
  }
}

/** Where to go on comes last: killed before, the same changes are fetched again, which does no harm. */
async function store(shelf: Shelf, before: GridCopy, after: GridCopy): Promise<void> {
  const buckets = new Map<string, HouseholdView[]>()
  for (const one of after.households.values()) {
    const bucket = buckets.get(bucketOf(one.id)) ?? []
    buckets.set(bucketOf(one.id), [...bucket, one])
  }
  const isTouched = (one: HouseholdView) => before.households.get(one.id) !== after.households.get(one.id)
  const all = [...before.households.values(), ...after.households.values()]
  const touched = new Set(all.filter(isTouched).map(({ id }) => bucketOf(id)))
  for (const name of touched) await writeTo(shelf, name, buckets.get(name) ?? [])
  await writeTo(shelf, TASKS, [...after.tasks.values()])
  const { grids, contactAt, cursor } = after
  await writeTo(shelf, ABOUT, { grids, contactAt, cursor } satisfies About)
}

/**
 * Fetches what has changed, page by page, and stores each page.
 *
 * @param changesSince throws ApiError; at a cursor that the server does not know any more (4xx) everything comes anew
 * @param changed is told of each page as soon as it is stored
 */
export async function download(
  shelf: Shelf,
  copy: GridCopy,
  changesSince: (cursor: string | null) => Promise<ChangesView>,
  changed: (copy: GridCopy) => void,
): Promise<GridCopy> {
  for (let current = copy; ;) {
    const changes = await changesSince(current.cursor)
    const next = withChanges(current, changes)
    await store(shelf, current, next)
    changed(next)
    if (!changes.more) return next
    current = next
  }
}

export async function forgetCopy(shelf: Shelf): Promise<void> {
  const names = [...(await shelf.names(HOUSEHOLDS)), TASKS, ABOUT]
  await Promise.all(names.map((name) => shelf.remove(name)))
}
