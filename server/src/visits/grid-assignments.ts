import { shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type Person, StaffDirectory } from '../people/index.js'
import { type Area, Areas } from '../places/index.js'
import { insertRows, newId, pageAfter, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { forbidden, notFound, unprocessable } from '../platform/problem.js'
import { GridAssignment } from './grid-assignment.entity.js'
import type { AssignBody, AssignmentPage, AssignmentSummary, AssignmentView } from './grid-assignment.dto.js'
import { GridBook } from './grid-book.entity.js'
import { GridTask } from './grid-task.entity.js'
import { Grids } from './grids.js'

export const assignmentNotFound = () => notFound('assignment_not_found', '没有这项任务，请刷新后再看')

const fromAbove = () => forbidden('assignment_from_above', '这项任务是上级布置的，要撤回请联系布置的人')

type Progress = Pick<AssignmentSummary, 'total' | 'reported' | 'isRevoked'>
const nothing: Progress = { total: 0, reported: 0, isRevoked: false }

/** What is asked of grid workers from above, and how far they are. */
@Injectable()
export class GridAssignments {
  constructor(
    private readonly areas: Areas,
    private readonly grids: Grids,
    private readonly present: Present,
    private readonly staff: StaffDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * One task for each grid of the area, on their phones with the next download.
   * @throws Problem 404 `area_not_found`; 422 `area_without_grids`, `due_date_past`
   */
  async assign(tx: Tx, by: Person, body: AssignBody): Promise<GridAssignment> {
    const { areaId, kind, scope, title, text, choices = [], dueOn } = body
    const assignedAt = this.present.now()
    if (dueOn < shanghaiDate(assignedAt)) throw unprocessable('due_date_past', '截止日期已过，请重新选择')
    await this.grids.areaFor(by, areaId)
    const grids = [...(await this.grids.within(areaId)).keys()].sort()
    if (grids.length === 0) throw unprocessable('area_without_grids', '这个区域没有网格，请重新选择')
    const assignment = { id: newId(assignedAt), areaId, title, dueOn, assignedById: by.id, assignedAt }
    await insertRows(tx, GridAssignment, [assignment])
    const tasks: GridTask[] = []
    for (const gridId of grids) {
      const changeNumber = await this.grids.nextChange(tx, gridId)
      const { households } = await tx.findOneByOrFail(GridBook, { gridId })
      tasks.push({
        ...{
          id: newId(assignedAt),
          assignmentId: assignment.id,
          gridId,
          kind,
          scope,
          title,
          text,
          choices,
          dueOn,
        },
        ...{ total: scope === 'grid' ? 1 : households, reported: 0, changeNumber, revokedAt: null },
      })
    }
    await insertRows(tx, GridTask, tasks)
    return assignment
  }

  /**
   * Takes a task back: it leaves the phones, its reports stay.
   * @throws Problem 404, 403 `assignment_from_above` where other grids than one's own have it, too
   */
  async revoke(tx: Tx, by: Person, id: string): Promise<GridAssignment> {
    const { assignment, own } = await this.seen(by, id, tx)
    if (!(await this.grids.isPart(assignment.areaId, own.id))) throw fromAbove()
    const revokedAt = this.present.now()
    const tasks = await tx.find(GridTask, { where: { assignmentId: id }, order: { gridId: 'ASC' } })
    for (const task of tasks.filter((each) => !each.revokedAt))
      await tx.update(
        GridTask,
        { id: task.id },
        { revokedAt, changeNumber: await this.grids.nextChange(tx, task.gridId) },
      )
    return assignment
  }

  /**
   * The newest first: of the district by `ix_grid_assignment_assigned`. Where one works for a part of it, the database
   * takes that while tasks of one's own are frequent in it, and else `ix_grid_assignment_area`, a range for each area.
   * How far each is by `ix_grid_task_assignment`.
   */
  async page(by: Person, cursor: string | undefined): Promise<AssignmentPage> {
    const { reader } = this.unitOfWork
    const own = await this.grids.areaFor(by, undefined)
    const list = reader.createQueryBuilder(GridAssignment, 'a')
    if (own.level !== 'district') list.where({ areaId: In(await this.grids.sharing(own.id)) })
    const at = { at: 'a.assignedAt', id: 'a.id', direction: 'DESC' as const }
    const rows = await pageAfter(list, at, cursor).getMany()
    const { items, nextCursor } = pageOf(
      rows,
      ({ id, assignedAt }) => ({ id, at: assignedAt }),
      (row) => row,
    )
    const progress = await this.progress(
      items.map(({ id }) => id),
      own,
    )
    return {
      items: await Promise.all(items.map((row) => this.summary(row, progress.get(row.id)))),
      nextCursor,
    }
  }

  /** With the grids of the area in which somebody works. @throws Problem 404 `assignment_not_found` */
  async view(by: Person, id: string, manager = this.unitOfWork.reader): Promise<AssignmentView> {
    const { assignment, tasks } = await this.seen(by, id, manager)
    const known = await this.areas.known()
    return {
      ...(await this.summary(assignment, sumOf(tasks))),
      ...askedIn(tasks[0]),
      grids: tasks.map(({ gridId, total, reported }) => ({
        ...{ gridId, gridName: known.get(gridId)?.name ?? '', total, reported },
      })),
    }
  }

  /** An assignment, as far as it is of the area in which somebody works. @throws Problem 404 `assignment_not_found` */
  private async seen(
    by: Person,
    id: string,
    manager: EntityManager,
  ): Promise<{ assignment: GridAssignment; own: Area; tasks: GridTask[] }> {
    const own = await this.grids.areaFor(by, undefined)
    const assignment = await manager.findOneBy(GridAssignment, { id })
    const all = await manager.find(GridTask, { where: { assignmentId: id }, order: { gridId: 'ASC' } })
    const tasks = await this.within(own, all)
    if (!assignment || tasks.length === 0) throw assignmentNotFound()
    return { assignment, own, tasks }
  }

  private async within({ id }: Area, tasks: readonly GridTask[]): Promise<GridTask[]> {
    const grids = await this.grids.within(id)
    return tasks.filter(({ gridId }) => grids.has(gridId))
  }

  private async progress(ids: readonly string[], own: Area): Promise<ReadonlyMap<string, Progress>> {
    if (ids.length === 0) return new Map()
    const all = await this.unitOfWork.reader.findBy(GridTask, { assignmentId: In([...ids]) })
    const tasks = await this.within(own, all)
    return new Map(ids.map((id) => [id, sumOf(tasks.filter(({ assignmentId }) => assignmentId === id))]))
  }

  private async summary(row: GridAssignment, progress: Progress = nothing): Promise<AssignmentSummary> {
    const { id, areaId, title, dueOn, assignedAt, assignedById } = row
    const [area, assignedByName] = [await this.areas.byId(areaId), await this.staff.nameOf(assignedById)]
    return {
      ...{ id, title, dueOn, assignedAt: assignedAt.toISOString(), ...progress },
      areaName: area?.name ?? '',
      assignedByName: assignedByName ?? '',
    }
  }
}

/** What is asked is the same in all grids. */
const askedIn = (task: GridTask | undefined): Pick<AssignmentView, 'kind' | 'scope' | 'text' | 'choices'> => {
  const { kind = 'notice', scope = 'grid', text = '', choices = [] } = task ?? {}
  return { kind, scope, text, choices }
}

const sumOf = (tasks: readonly GridTask[]): Progress => ({
  total: tasks.reduce((sum, { total }) => sum + total, 0),
  reported: tasks.reduce((sum, { reported }) => sum + reported, 0),
  isRevoked: tasks.some(({ revokedAt }) => revokedAt !== null),
})
