import type {
  GridTaskView,
  HouseholdChangeBody,
  HouseholdView,
  TaskReportBody,
  VisitBody,
} from '@/services/api'
import { isOpen, type ListedOperation } from './operation'

/** What has been written on this phone stands in what is shown, before the server has told of it. */
const of = <T>(operations: readonly ListedOperation[], kind: string, isAbout: (body: T) => boolean) =>
  operations.filter((one) => one.kind === kind && one.state !== 'refused' && isAbout(one.body as T))

/** The household as the person knows it: with the changes and visits that are still on the phone. */
export function withOwn(household: HouseholdView, operations: readonly ListedOperation[]): HouseholdView {
  const { id } = household
  const isNew = (one: ListedOperation) => isOpen(one) || (one.record?.version ?? 0) > household.version
  const changes = of<HouseholdChangeBody>(operations, 'household.change', (body) => body.householdId === id)
  const visits = of<VisitBody>(operations, 'visit.record', (body) => body.householdId === id)
  const changed = changes
    .filter((one) => isNew(one) && one.state !== 'conflict')
    .reduce(withChange, household)
  return visits.reduce(withVisit, changed)
}

/** A change that the server has made gives its version, too: the next one is written upon that. */
function withChange(household: HouseholdView, { body, record }: ListedOperation): HouseholdView {
  const { marks, note } = body as HouseholdChangeBody
  const version = record?.version ?? household.version
  return { ...household, version, ...(marks && { marks }), ...(note !== undefined && { note }) }
}

function withVisit(household: HouseholdView, { body, recordedAt }: ListedOperation): HouseholdView {
  const { meeting, nextVisitOn } = body as VisitBody
  const isLater = recordedAt > (household.lastMetAt ?? '')
  if (!isLater) return household
  return {
    ...household,
    ...(meeting === 'met' && { lastMetAt: recordedAt, unvisitedSince: recordedAt }),
    ...(nextVisitOn !== undefined && { nextVisitOn }),
  }
}

/** The task with what was reported on this phone. */
export function withReports(task: GridTaskView, operations: readonly ListedOperation[]): GridTaskView {
  const reports = of<TaskReportBody>(operations, 'task.report', (body) => body.taskId === task.id)
  const households = reports.flatMap(({ body }) => (body as TaskReportBody).householdId ?? [])
  const added = [...new Set(households)].filter((id) => !task.reportedHouseholdIds.includes(id))
  const isWhole = task.scope === 'grid' && reports.length > 0
  return {
    ...task,
    reportedHouseholdIds: [...task.reportedHouseholdIds, ...added],
    reported: isWhole ? task.total : Math.min(task.total, task.reported + added.length),
  }
}
