import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { type Person, Residents, StaffDirectory } from '../people/index.js'
import { pageAfter, pageOf, UnitOfWork } from '../platform/database/index.js'
import type { TaskReportPage, TaskReportView } from './grid-assignment.dto.js'
import { assignmentNotFound } from './grid-assignments.js'
import { GridTask } from './grid-task.entity.js'
import { Grids } from './grids.js'
import { Household } from './household.entity.js'
import { TaskReport } from './task-report.entity.js'

/** What came back of a task, for whoever may ask for it: door, result, words and photos, and no names of residents. */
@Injectable()
export class TaskReports {
  constructor(
    private readonly attachments: Attachments,
    private readonly grids: Grids,
    private readonly residents: Residents,
    private readonly staff: StaffDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Of one grid of the area in which somebody works, the newest first: `ix_grid_task_assignment`,
   * `ix_task_report_received`. @throws Problem 404
   */
  async page(
    by: Person,
    assignmentId: string,
    gridId: string,
    cursor: string | undefined,
  ): Promise<TaskReportPage> {
    await this.grids.areaFor(by, gridId)
    const { reader } = this.unitOfWork
    const task = await reader.findOneBy(GridTask, { assignmentId, gridId })
    if (!task) throw assignmentNotFound()
    const list = reader.createQueryBuilder(TaskReport, 'r').where('r.taskId = :taskId', { taskId: task.id })
    const at = { at: 'r.receivedAt', id: 'r.id', direction: 'DESC' as const }
    const rows = await pageAfter(list, at, cursor).getMany()
    const { items, nextCursor } = pageOf(
      rows,
      ({ id, receivedAt }) => ({ id, at: receivedAt }),
      (row) => row,
    )
    return { items: await this.views(items), nextCursor }
  }

  private async views(reports: readonly TaskReport[]): Promise<TaskReportView[]> {
    const ids = reports.flatMap(({ householdId }) => householdId ?? [])
    const doors = new Map(
      (await this.unitOfWork.reader.findBy(Household, { id: In(ids) })).map((door) => [door.id, door]),
    )
    const files = await this.attachments.views(reports.flatMap(({ attachmentIds }) => attachmentIds))
    return Promise.all(
      reports.map(async ({ id, householdId, workerId, choice, wordsCipher, attachmentIds, reportedAt }) => {
        const door = doors.get(householdId ?? '')
        return {
          ...{ id, choice, reportedAt: reportedAt.toISOString() },
          door: door ? [door.building, door.unit, door.room].filter(Boolean).join(' ') : null,
          workerName: (await this.staff.nameOf(workerId)) ?? '',
          words: this.residents.readable(wordsCipher),
          attachments: attachmentIds.flatMap((file) => files.get(file) ?? []),
        }
      }),
    )
  }
}
