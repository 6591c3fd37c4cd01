import { type OperationKind, recordedTime } from '@minsheng/shared'
import { Injectable, Logger, type Type } from '@nestjs/common'
import type { Person } from '../people/index.js'
import { isUniqueViolation, UnitOfWork } from '../platform/database/index.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { Present } from '../platform/present.js'
import { Problem } from '../platform/problem.js'
import { validation } from '../platform/validation.js'
import { HouseholdFiling } from './filing.js'
import { GridTasks } from './grid-tasks.js'
import { Grids, type GridWorker } from './grids.js'
import { HouseholdNeed } from './household-need.entity.js'
import { Household } from './household.entity.js'
import { HouseholdViews } from './household.views.js'
import { HouseholdConflict, Households } from './households.js'
import { NewDoors } from './new-doors.js'
import type { Recorded } from './recorded.js'
import { HouseholdAddBody, HouseholdChangeBody } from './household.dto.js'
import { HouseholdNeedBody, TaskReportBody, VisitBody } from './operation.dto.js'
import { Operation, type OperationRecord, type OperationResult, type SyncView } from './sync.dto.js'
import { TaskReport } from './task-report.entity.js'
import { Visit } from './visit.entity.js'
import { Visits } from './visits.js'

/** What of an operation makes it the same one again. What the phone thinks of its clock may change meanwhile. */
const requestOf = ({ kind, body, baseVersion }: Operation): unknown => ({ kind, body, baseVersion })

/** So many, that their commits wait for the disk together; few, as each holds one of the database's connections. */
const DOORS_AT_ONCE = 4

/**
 * Takes what was typed without signal: each operation in a transaction of its own and with an answer of its own. At
 * each door one after the other as they were typed; several doors at a time. docs/adr/0122
 */
@Injectable()
export class Sync {
  private readonly checks = validation()
  private readonly log = new Logger(Sync.name)

  constructor(
    private readonly filing: HouseholdFiling,
    private readonly grids: Grids,
    private readonly households: Households,
    private readonly householdViews: HouseholdViews,
    private readonly idempotency: Idempotency,
    private readonly newDoors: NewDoors,
    private readonly present: Present,
    private readonly tasks: GridTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly visits: Visits,
  ) {}

  async take(person: Person, operations: readonly unknown[]): Promise<SyncView> {
    const worker = await this.grids.worker(person)
    const known = await this.known(person, operations)
    const results: OperationResult[] = []
    const doors = byDoor(operations).values()
    const goThrough = async (): Promise<void> => {
      // One list for all who go: nobody comes to a door at which another one is.
      for (const door of doors)
        for (const { operation, at } of door) results[at] = await this.answer(worker, operation, known)
    }
    await Promise.all(Array.from({ length: DOORS_AT_ONCE }, goThrough))
    return { serverTime: this.present.now().toISOString(), results }
  }

  private answer(
    by: GridWorker,
    operation: unknown,
    known: ReadonlyMap<string, OperationRecord>,
  ): OperationResult | Promise<OperationResult> {
    const id = idOf(operation)
    const record = known.get(id.toLowerCase())
    return record ? { id, outcome: 'duplicate', record } : this.result(by, operation)
  }

  /** A phone that lost an answer sends all of it again: what was done before is found at once. */
  private known(
    person: Person,
    operations: readonly unknown[],
  ): Promise<ReadonlyMap<string, OperationRecord>> {
    const writes = operations
      .filter((each): each is Operation => idOf(each) !== '')
      .map((operation) => ({ key: operation.id, request: requestOf(operation) }))
    return this.idempotency.answered(person.id, writes)
  }

  private async result(by: GridWorker, given: unknown): Promise<OperationResult> {
    const id = idOf(given)
    try {
      const operation = await this.checked(Operation, given)
      return { id, ...(await this.once(by, operation)) }
    } catch (error) {
      if (error instanceof HouseholdConflict) return { id, ...(await this.conflict(error)) }
      if (error instanceof Problem) return { id, outcome: 'refused', code: error.code, message: error.title }
      this.log.error(error, error instanceof Error ? error.stack : undefined)
      return { id, outcome: 'later', code: 'not_now', message: '服务器忙，这一条稍后会自动再传' }
    }
  }

  private async conflict({
    code,
    title,
    householdId,
  }: HouseholdConflict): Promise<Omit<OperationResult, 'id'>> {
    const { reader } = this.unitOfWork
    const household = await reader.findOneByOrFail(Household, { id: householdId })
    const [current] = await this.householdViews.of([household], reader)
    return { outcome: 'conflict', code, message: title, ...(current && { current }) }
  }

  /** Does an operation, or finds that it was done. */
  private async once(by: GridWorker, operation: Operation): Promise<Omit<OperationResult, 'id'>> {
    const receivedAt = this.present.now()
    const recorded: Recorded = {
      operationId: operation.id.toLowerCase(),
      at: recordedTime(new Date(operation.recordedAt), operation.clockOffset ?? 0, receivedAt),
      receivedAt,
    }
    try {
      return await this.written(by, operation, recorded)
    } catch (error) {
      // The key is forgotten after a month; what was written under it stays.
      const record =
        isUniqueViolation(error) && (await this.earlier(by, operation.kind, recorded.operationId))
      if (!record) throw error
      return { outcome: 'duplicate', record }
    }
  }

  /** The answer that comes back is the one that was just made, or else the one of the first time. */
  private async written(
    by: GridWorker,
    operation: Operation,
    recorded: Recorded,
  ): Promise<Omit<OperationResult, 'id'>> {
    let made: OperationRecord | undefined
    const note = (record: OperationRecord): OperationRecord => (made = record)
    const record = await this.act(by, operation, recorded, note)
    return { outcome: record === made ? 'done' : 'duplicate', record }
  }

  private async act(
    by: GridWorker,
    operation: Operation,
    recorded: Recorded,
    note: (record: OperationRecord) => OperationRecord,
  ): Promise<OperationRecord> {
    const request = requestOf(operation)
    const write = { personId: by.id, key: operation.id, request }
    switch (operation.kind) {
      case 'visit.record': {
        const body = await this.checked(VisitBody, operation.body)
        return this.idempotency.once(write, async (tx) =>
          note(await this.visits.record(tx, by, body, recorded)),
        )
      }
      case 'household.add': {
        const body = await this.checked(HouseholdAddBody, operation.body)
        return this.idempotency.once(write, async (tx) => note(await this.newDoors.add(tx, by, body)))
      }
      case 'household.change': {
        const body = await this.checked(HouseholdChangeBody, operation.body)
        return this.idempotency.once(write, async (tx) =>
          note(await this.households.change(tx, by, body, operation.baseVersion)),
        )
      }
      case 'task.report': {
        const body = await this.checked(TaskReportBody, operation.body)
        return this.idempotency.once(write, async (tx) =>
          note(await this.tasks.report(tx, by, body, recorded)),
        )
      }
      case 'need.file': {
        const body = await this.checked(HouseholdNeedBody, operation.body)
        return this.filing.file(by, body, recorded, request, note)
      }
    }
  }

  /** @throws Problem 400 `validation_failed` */
  private async checked<Body extends object>(metatype: Type<Body>, given: unknown): Promise<Body> {
    const plain: unknown = typeof given === 'object' && given !== null ? given : {}
    return (await this.checks.transform(plain, { type: 'body', metatype })) as Body
  }

  /** What was written under an operation's UUID longer ago than its answer is remembered. */
  private async earlier(
    by: GridWorker,
    kind: OperationKind,
    operationId: string,
  ): Promise<OperationRecord | null> {
    const { reader } = this.unitOfWork
    switch (kind) {
      // Neither writes twice: the version has moved on, the door is known.
      case 'household.add':
      case 'household.change':
        return null
      case 'need.file': {
        const filed = await reader.findOneBy(HouseholdNeed, { filedById: by.id, operationId })
        return filed && this.filing.recordOf(filed)
      }
      default: {
        const entity = kind === 'visit.record' ? Visit : TaskReport
        const row = await reader.findOneBy<Visit | TaskReport>(entity, { workerId: by.id, operationId })
        return row && { id: row.id }
      }
    }
  }
}

interface Typed {
  operation: unknown
  /** Where it stands in the request. */
  at: number
}

/** What belongs to one household together, in the order in which it was typed; so does what names none. */
function byDoor(operations: readonly unknown[]): Map<unknown, Typed[]> {
  const doors = new Map<unknown, Typed[]>()
  for (const [at, operation] of operations.entries()) {
    const door = field(field(operation, 'body'), 'householdId')
    const typed = doors.get(door)
    if (typed) typed.push({ operation, at })
    else doors.set(door, [{ operation, at }])
  }
  return doors
}

const field = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null ? Reflect.get(given, name) : undefined

/** To answer with, even where it is no UUID. */
function idOf(given: unknown): string {
  const id = field(given, 'id')
  return typeof id === 'string' ? id : ''
}
