import { create } from 'zustand'
import type { OperationKind } from '@minsheng/shared'
import { keepPages } from '@/platform/offline-pages'
import { randomBytes } from '@/platform/random'
import { isRoomShort, phoneShelf } from '@/platform/shelf'
import { onSignal } from '@/platform/network'
import { uuid } from '@/platform/uuid'
import { ApiError, asApiError } from '@/services/api-error'
import { gridChanges, phoneKey, sendOperations } from '@/services/grid'
import type { SyncBody } from '@/services/api'
import type { Attached } from '@/stores/attached'
import { usePhoneKey } from '@/stores/phone-key'
import { useSession } from '@/stores/session'
import type { BodyOf } from './bodies'
import { download, forgetCopy, type GridCopy, loadCopy, nothingKnown } from './copy'
import { addressOf, dropFile, dropTwins, sealFile, sealFiles, uploadSealed } from './files'
import type { ListedOperation, NewOperation, Operation } from './operation'
import { openQueue, type Queue } from './queue'
import { createSeal, keyFrom, type Seal, sealedShelf } from './seal'
import { partOf, type Shelf } from './shelf'

export interface GridState {
  /** Whose grid lies open; null until the phone has opened it. */
  personId: string | null
  copy: GridCopy
  /** What was written on this phone, in the order of writing. */
  operations: readonly ListedOperation[]
  isSyncing: boolean
  /** Why the server was not reached the last time, or why nothing could be opened. */
  problem: ApiError | null
  isRoomShort: boolean
}

const closed: GridState = {
  personId: null,
  copy: nothingKnown,
  operations: [],
  isSyncing: false,
  problem: null,
  isRoomShort: false,
}

/** The grid worker's grid on the phone, with or without signal. */
export const useGrid = create<GridState>(() => closed)
const set = (state: Partial<GridState>) => useGrid.setState(state)

interface Opened {
  personId: string
  seal: Seal
  queue: Queue
  copies: Shelf
  drafts: Shelf
}
let opened: { personId: string; grid: Promise<Opened> } | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const COPY = 'copy/'

/** The key of this person: as the phone has it, else from the server, and what was kept under another one begins anew. */
async function keyOf(personId: string, copies: Shelf): Promise<Uint8Array> {
  const known = usePhoneKey.getState()
  if (known.personId === personId && known.key) return keyFrom(known.key)
  const { key } = await phoneKey()
  await forgetCopy(copies)
  usePhoneKey.setState({ personId, key })
  return keyFrom(key)
}

/** Nobody's households stay on the phone but those of whoever is signed in. */
async function forgetOthers(personId: string): Promise<void> {
  const names = await phoneShelf.names('')
  const others = names.filter((name) => name.includes(`/${COPY}`) && !name.startsWith(`${personId}/`))
  await Promise.all(others.map((name) => phoneShelf.remove(name)))
}

type Sent = SyncBody['operations'][number]

/** As the server is told: what `write` took by its kind. */
const wire = ({ id, kind, body, recordedAt, clockOffset, baseVersion, files }: Operation): Sent => ({
  id,
  kind: kind as OperationKind,
  recordedAt,
  clockOffset,
  ...(baseVersion !== undefined && { baseVersion }),
  body: {
    ...body,
    ...(files.length && { attachmentIds: files.flatMap((file) => file.id ?? []) }),
  } as Sent['body'],
})

async function openFor(personId: string): Promise<Opened> {
  await forgetOthers(personId)
  const own = partOf(phoneShelf, `${personId}/`)
  const seal = createSeal(await keyOf(personId, partOf(own, COPY)), randomBytes)
  const shelf = sealedShelf(own, seal)
  const copies = partOf(shelf, COPY)
  const queue = await openQueue({
    shelf,
    send: (operations) => sendOperations(operations.map(wire)),
    upload: (files) => uploadSealed(files, seal),
    dropFile,
    newId: uuid,
    now: () => Date.now(),
    wakeAt(time) {
      clearTimeout(timer)
      if (time !== null) timer = setTimeout(() => void syncNow(false), Math.max(1000, time - Date.now()))
    },
    changed(operations) {
      if (opened?.personId === personId) set({ operations })
    },
  })
  set({ personId, copy: await loadCopy(copies, new Date()), operations: queue.items(), problem: null })
  return { personId, seal, queue, copies, drafts: partOf(shelf, 'draft/') }
}

function close() {
  clearTimeout(timer)
  opened = null
  useGrid.setState(closed)
}

/** A visit that was begun at a door which the server has named meanwhile goes on there. */
async function moveDrafts({ queue, drafts }: Opened): Promise<void> {
  for (const { localId, record } of queue.items()) {
    const text = localId && record ? await drafts.read(localId) : null
    if (!localId || !record || text === null) continue
    if ((await drafts.read(record.id)) === null) await drafts.write(record.id, text)
    await drafts.remove(localId)
  }
}

/** Whoever is signed in finds their grid. Throws ApiError: nobody is, or the key has to come from the server first. */
async function open(): Promise<Opened> {
  const personId = useSession.getState().staff?.person.id
  if (!personId) throw new ApiError(401, { code: 'sign_in_needed' })
  opened ??= { personId, grid: openFor(personId) }
  return opened.grid.catch((thrown: unknown) => {
    close()
    throw thrown
  })
}

async function fetchChanges({ copies }: Opened): Promise<void> {
  const tell = (copy: GridCopy) => set({ copy })
  const { copy } = useGrid.getState()
  try {
    await download(copies, copy, gridChanges, tell)
  } catch (thrown) {
    if (asApiError(thrown).code !== 'cursor_invalid') throw thrown
    await forgetCopy(copies)
    await download(copies, nothingKnown, gridChanges, tell)
  }
}

/** Said before it is too late: after each sync, and after each photo. */
const lookForRoom = async () => set({ isRoomShort: await isRoomShort().catch(() => false) })

let syncing: Promise<void> | null = null

async function sync(eager: boolean): Promise<void> {
  set({ isSyncing: true })
  try {
    const grid = await open()
    await grid.queue.flush(eager)
    await moveDrafts(grid)
    await fetchChanges(grid)
    set({ problem: null })
  } catch (thrown) {
    set({ problem: asApiError(thrown) })
  } finally {
    set({ isSyncing: false })
    await lookForRoom()
  }
}

/** Sends what waits and fetches what is new. `eager`: a person asks for it, or there is signal again. */
export function syncNow(eager = true): Promise<void> {
  syncing ??= sync(eager).finally(() => (syncing = null))
  return syncing
}

/** Opens the grid that lies on the phone, and brings it up to date in the background. */
export async function enterGrid(): Promise<void> {
  keepPages()
  await open().catch((thrown: unknown) => set({ problem: asApiError(thrown) }))
  void syncNow()
}

export interface Written<K extends OperationKind> {
  kind: K
  body: BodyOf<K>
  /** What is written about one thing goes one after the other. */
  lane: string
  id?: string
  /** What it makes is called this until the server has named it. */
  localId?: string
  baseVersion?: number
  files?: readonly Attached[]
}

/** Keeps what was written; once this resolves nothing loses it any more. Rejects when there is no room for it. */
export async function write<K extends OperationKind>({ files = [], ...written }: Written<K>): Promise<void> {
  const { queue, seal } = await open()
  if (written.id && queue.has(written.id)) return
  const twins = await sealFiles(files, seal)
  try {
    await queue.add({ ...written, files: twins } satisfies NewOperation)
  } catch (thrown) {
    await dropTwins(twins, files)
    throw thrown
  }
  await dropTwins(files, twins)
  void syncNow(false)
}

/** Whether this was written already: a form that is saved twice is saved once. */
export const isWritten = async (id: string): Promise<boolean> => (await open()).queue.has(id)

export async function correct(id: string, change: Parameters<Queue['correct']>[1]): Promise<void> {
  await (await open()).queue.correct(id, change)
  void syncNow(false)
}

/** At a conflict the person takes what the server has. */
export async function adopt(id: string, record: Parameters<Queue['adopt']>[1]): Promise<void> {
  await (await open()).queue.adopt(id, record)
  void syncNow(false)
}

export const discard = async (id: string): Promise<void> => (await open()).queue.discard(id)

/** A photo or recording that is being written about, sealed; the open one is dropped once the draft names the sealed one. */
export async function sealed(file: Attached): Promise<Attached> {
  const twin = await sealFile(file, (await open()).seal)
  void lookForRoom()
  return twin
}

/** An address by which it is shown, sealed or not. */
export const addressOfFile = async (file: Attached) => addressOf(file, (await open()).seal)

/** What is being written about this, sealed like all the rest. */
export const draftsOf = async (): Promise<Shelf> => (await open()).drafts

onSignal(() => {
  if (opened) void syncNow()
})
/** Whoever signs out takes the key along; what it opened goes, and what was not sent stays sealed. */
useSession.subscribe(({ staff }) => {
  if (!opened || opened.personId === staff?.person.id) return
  const { grid } = opened
  close()
  void grid.then(({ copies }) => forgetCopy(copies)).catch(() => {}) // nothing lay open
})
