import type { HouseholdAddBody, HouseholdChangeBody, HouseholdView } from '@/services/api'
import type { ListedOperation } from './operation'
import { asWritten, bodiesOf } from './residents'

/** Whether the server has named this: until then it is called by the id that the phone made. */
export const isOnServer = (id: string) => !id.includes('-')

/** What is written about one household goes one after the other. */
export const laneOf = (id: string) => `household ${id}`

/** The lane of what could go by itself, were it not for a door or somebody whom the server has to know first. */
export const laneUpon = (id: string, own: string, ...people: readonly (string | null | undefined)[]) =>
  [id, ...people].every((name) => !name || isOnServer(name)) ? own : laneOf(id)

const isDoor = ({ kind, localId }: ListedOperation) => kind === 'household.add' && localId !== undefined

/** By what name this household is known now. */
export const nameOf = (id: string, operations: readonly ListedOperation[]): string =>
  operations.find(({ localId }) => localId === id)?.record?.id ?? id

/** Doors that were found on the way, as long as the server has not told of them. */
export const newDoors = (
  operations: readonly ListedOperation[],
  households: ReadonlyMap<string, HouseholdView>,
): HouseholdView[] =>
  operations.filter(isDoor).flatMap((operation) => {
    const door = asHousehold(operation)
    return households.has(door.id) ? [] : [door]
  })

export function asHousehold({ body, localId, record, recordedAt }: ListedOperation): HouseholdView {
  const { gridId, building, unit = '', room, marks = [], note = null, residents } = body as HouseholdAddBody
  return {
    ...{ id: record?.id ?? localId ?? '', version: record?.version ?? 1 },
    ...{ gridId, building, unit, room, doorCode: '', marks, note },
    residents: asWritten(residents ?? [], []),
    ...{ latestVisits: [], lastMetAt: null, unvisitedSince: recordedAt, nextVisitOn: null },
  }
}

/** Whether this door is known already. */
export const doorAt = (
  households: readonly HouseholdView[],
  { gridId, building, unit, room }: Pick<HouseholdView, 'gridId' | 'building' | 'unit' | 'room'>,
): HouseholdView | undefined =>
  households.find(
    (one) => one.gridId === gridId && one.building === building && one.unit === unit && one.room === room,
  )

const NOTE_MAX = 500

/** A door that somebody else had entered: what I wrote is added to theirs, and nothing of theirs is lost. */
export function joined(mine: HouseholdAddBody, theirs: HouseholdView): HouseholdChangeBody {
  const notes = [theirs.note, mine.note].filter((note) => note)
  const names = new Set(theirs.residents.map(({ name }) => name))
  const added = (mine.residents ?? []).filter(({ name }) => !names.has(name))
  return {
    householdId: theirs.id,
    marks: [...new Set([...theirs.marks, ...(mine.marks ?? [])])],
    note: [...new Set(notes)].join('；').slice(0, NOTE_MAX) || null,
    residents: [...bodiesOf(theirs.residents), ...added],
  }
}
