import { Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { PersonalData } from '../people/index.js'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { notFound, unprocessable } from '../platform/problem.js'
import { GridTask } from './grid-task.entity.js'
import { Grids, type GridWorker } from './grids.js'
import { Households } from './households.js'
import type { Recorded } from './recorded.js'
import type { GridTaskView } from './changes.dto.js'
import type { TaskReportBody } from './operation.dto.js'
import type { OperationRecord } from './sync.dto.js'
import { TaskReport } from './task-report.entity.js'

const taskNotFound = () => notFound('task_not_found', '没有这个任务，或已经撤销，请刷新后再看')

/** What is asked of grids, and what comes back. */
@Injectable()
export class GridTasks {
  constructor(
    private readonly attachments: Attachments,
    private readonly grids: Grids,
    private readonly households: Households,
    private readonly personalData: PersonalData,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Problem 404 `task_not_found`, `household_not_found`; 422 `report_household_required`, `choice_unknown` */
  async report(tx: Tx, by: GridWorker, body: TaskReportBody, recorded: Recorded): Promise<OperationRecord> {
    const { id: taskId, gridId } = await this.ofWorker(by, body.taskId)
    const changeNumber = await this.grids.nextChange(tx, gridId)
    const task = await tx.findOneByOrFail(GridTask, { id: taskId })
    const householdId = await this.householdOf(by, task, body)
    if (body.choice && !task.choices.includes(body.choice))
      throw unprocessable('choice_unknown', '没有这个选项，请刷新任务后重新选择')
    const isFirst = !(await tx.existsBy(TaskReport, { taskId, householdId: householdId ?? IsNull() }))
    const report: TaskReport = {
      id: newId(recorded.receivedAt),
      operationId: recorded.operationId,
      taskId,
      householdId,
      workerId: by.id,
      choice: body.choice ?? null,
      wordsCipher: body.words ? this.personalData.encrypt(body.words) : null,
      attachmentIds: body.attachmentIds ?? [],
      reportedAt: recorded.at,
      receivedAt: recorded.receivedAt,
    }
    await insertRows(tx, TaskReport, [report])
    await this.attachments.take(tx, report.attachmentIds, by.id, report.id)
    await tx.update(GridTask, { id: taskId }, { changeNumber, reported: task.reported + (isFirst ? 1 : 0) })
    return { id: report.id }
  }

  /** As the grid worker's phone keeps them. The reports by `ix_task_report_task`. */
  async views(tasks: readonly GridTask[], manager: EntityManager): Promise<GridTaskView[]> {
    const reported = new Map<string, string[]>(tasks.map(({ id }) => [id, []]))
    if (tasks.length === 0) return []
    const rows = await manager
      .createQueryBuilder(TaskReport, 'report')
      .select('report.task_id', 'taskId')
      .addSelect('report.household_id', 'householdId')
      .distinct()
      .where({ taskId: In([...reported.keys()]) })
      .getRawMany<{ taskId: string; householdId: string | null }>()
    for (const { taskId, householdId } of rows) if (householdId) reported.get(taskId)?.push(householdId)
    return tasks.map((task) => {
      const { id, gridId, kind, scope, title, text, choices, dueOn, total, reported: count } = task
      const reportedHouseholdIds = reported.get(id) ?? []
      return {
        id,
        gridId,
        kind,
        scope,
        title,
        text,
        choices,
        dueOn,
        total,
        reported: count,
        reportedHouseholdIds,
      }
    })
  }

  private async ofWorker(by: GridWorker, id: string): Promise<GridTask> {
    const task = await this.unitOfWork.reader.findOneBy(GridTask, { id })
    if (!task || task.revokedAt || !by.grids.has(task.gridId)) throw taskNotFound()
    return task
  }

  private async householdOf(by: GridWorker, task: GridTask, body: TaskReportBody): Promise<string | null> {
    if (task.scope === 'grid') return null
    if (!body.householdId) throw unprocessable('report_household_required', '请选择是哪一户的情况')
    const household = await this.households.ofWorker(by, body.householdId)
    if (household.gridId !== task.gridId) throw taskNotFound()
    return household.id
  }
}
