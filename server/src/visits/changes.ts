import { Injectable } from '@nestjs/common'
import { type EntityManager, LessThanOrEqual, MoreThan, And } from 'typeorm'
import { type Person, PersonalData, PersonalDataReads } from '../people/index.js'
import { type Area, Areas } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { badRequest } from '../platform/problem.js'
import { GridBook } from './grid-book.entity.js'
import { GridTask } from './grid-task.entity.js'
import { GridTasks } from './grid-tasks.js'
import { Grids } from './grids.js'
import { Household } from './household.entity.js'
import { HouseholdViews } from './household.views.js'
import type { ChangesView, Tombstone } from './changes.dto.js'

/** So many households, and so many tasks, come at a time. */
const AT_ONCE = 400

/** How far a phone has seen the changes of each grid that it holds. */
type Positions = Readonly<Record<string, number>>

/** What comes of one grid. */
interface Part {
  households: Household[]
  tasks: GridTask[]
  upTo: number
  more: boolean
}

/** What a grid worker's phone has not seen yet. docs/adr/0122 */
@Injectable()
export class Changes {
  constructor(
    private readonly areas: Areas,
    private readonly grids: Grids,
    private readonly personalData: PersonalData,
    private readonly present: Present,
    private readonly reads: PersonalDataReads,
    private readonly tasks: GridTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: HouseholdViews,
  ) {}

  /** @throws Problem 400 `cursor_invalid` */
  async since(by: Person, cursor: string | undefined): Promise<ChangesView> {
    const seen = cursor ? this.opened(by, cursor) : {}
    const { grids } = await this.grids.worker(by)
    const { reader } = this.unitOfWork
    const next: Record<string, number> = {}
    const parts: Part[] = []
    for (const id of grids.keys()) {
      const from = seen[id] ?? 0
      const hasRoom = parts.every(({ more }) => !more) && countOf(parts) < AT_ONCE
      const part = hasRoom ? await this.part(reader, id, from) : { ...nothing, upTo: from, more: true }
      if (from === 0 && part.households.length > 0) await this.note(by, id)
      // A grid of which nothing was seen stays without a position: it comes whole.
      if (part.upTo > 0) next[id] = part.upTo
      parts.push(part)
    }
    const households = parts.flatMap((part) => part.households)
    const tasks = parts.flatMap((part) => part.tasks)
    return {
      serverTime: this.present.now().toISOString(),
      cursor: this.sealed(by, next),
      more: parts.some(({ more }) => more),
      grids: await Promise.all([...grids.values()].map((grid) => this.gridView(grid))),
      households: await this.views.of(
        households.filter(({ removedAt }) => !removedAt),
        reader,
      ),
      tasks: await this.tasks.views(
        tasks.filter(({ revokedAt }) => !revokedAt),
        reader,
      ),
      tombstones: [
        ...Object.keys(seen).flatMap((id) => (grids.has(id) ? [] : [{ kind: 'grid' as const, id }])),
        ...households
          .filter(({ removedAt }) => removedAt)
          .map(({ id }): Tombstone => ({ kind: 'household', id })),
        ...tasks.filter(({ revokedAt }) => revokedAt).map(({ id }): Tombstone => ({ kind: 'task', id })),
      ],
    }
  }

  /**
   * Ranges of `ix_household_change` and `ix_grid_task_change`. Only up to what the book says first: of what is
   * committed between the two readings one would be seen and another missed.
   */
  private async part(reader: EntityManager, gridId: string, from: number): Promise<Part> {
    const book = await reader.findOneBy(GridBook, { gridId })
    if (!book || book.changes === from) return { ...nothing, upTo: from }
    const changed = { gridId, changeNumber: And(MoreThan(from), LessThanOrEqual(book.changes)) }
    const first = { where: changed, order: { changeNumber: 'ASC' as const }, take: AT_ONCE }
    const households = await reader.find(Household, first)
    const tasks = await reader.find(GridTask, first)
    const upTo = Math.min(book.changes, ...[households, tasks].map((rows) => lastOf(rows)))
    const isSeen = ({ changeNumber }: { changeNumber: number }) => changeNumber <= upTo
    return {
      // A phone that has nothing of the grid has nothing to forget.
      households: households.filter((each) => isSeen(each) && (from > 0 || !each.removedAt)),
      tasks: tasks.filter((each) => isSeen(each) && (from > 0 || !each.revokedAt)),
      upTo,
      more: upTo < book.changes,
    }
  }

  /**
   * Sealed for the person: with one of somebody's own making the names of a grid could be had without its being
   * written down.
   */
  private sealed(by: Person, positions: Positions): string {
    const text = encode(positions)
    return `${text}.${this.sealOf(by, text)}`
  }

  private opened(by: Person, cursor: string): Positions {
    const [text = '', seal] = cursor.split('.')
    if (seal !== this.sealOf(by, text)) throw cursorInvalid()
    return decode(text)
  }

  private sealOf(by: Person, text: string): string {
    return this.personalData.indexOf(`changes seen by ${by.id}: ${text}`)
  }

  /** Who has taken the names of a grid onto a phone, and when. */
  private note(by: Person, gridId: string): Promise<void> {
    return this.reads.note(by, { subjectId: gridId, what: 'gridDownload', reason: '下载网格住户' })
  }

  private async gridView({
    id,
    name,
    parentId,
  }: Area): Promise<{ id: string; name: string; communityName: string }> {
    const community = parentId === null ? undefined : await this.areas.byId(parentId)
    return { id, name, communityName: community?.name ?? '' }
  }
}

const nothing = { households: [], tasks: [], more: false }
const countOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { households }) => sum + households.length, 0)

/** The number up to which a page of rows is complete. */
const lastOf = (rows: readonly { changeNumber: number }[]): number =>
  rows.length < AT_ONCE ? Infinity : (rows.at(-1)?.changeNumber ?? Infinity)

const encode = (positions: Positions): string => Buffer.from(JSON.stringify(positions)).toString('base64url')

const cursorInvalid = () => badRequest('cursor_invalid', '同步位置已失效，请重新下载')

function decode(cursor: string): Positions {
  const read: unknown = jsonOf(Buffer.from(cursor, 'base64url').toString())
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw cursorInvalid()
  const positions = Object.entries(read as Record<string, unknown>)
  return Object.fromEntries(
    positions.map(([id, position]) => {
      if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0)
        throw cursorInvalid()
      return [id, position]
    }),
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw cursorInvalid()
  }
}
