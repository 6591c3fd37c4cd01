import type {
  GridTaskView,
  HouseholdChangeBody,
  HouseholdView,
  LatestVisitView,
  TaskReportBody,
  VisitBody,
} from '@/services/api'
import { isOpen, type ListedOperation } from './operation'
import { asWritten, isCalled } from './residents'

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
  const { marks, note, residents } = body as HouseholdChangeBody
  const version = record?.version ?? household.version
  return {
    ...household,
    version,
    ...(marks && { marks }),
    ...(note !== undefined && { note }),
    ...(residents && { residents: asWritten(residents, household.residents) }),
  }
}

function withVisit(household: HouseholdView, operation: ListedOperation): HouseholdView {
  const { recordedAt } = operation
  const { meeting, nextVisitOn } = operation.body as VisitBody
  const latestVisits = withLatest(household, operation)
  const isLater = recordedAt > (household.lastMetAt ?? '')
  if (!isLater) return { ...household, latestVisits }
  return {
    ...household,
    latestVisits,
    ...(meeting === 'met' && { lastMetAt: recordedAt, unvisitedSince: recordedAt }),
    ...(nextVisitOn !== undefined && { nextVisitOn }),
  }
}

/** What happened at the door, the newest first; one that the server tells of is not told twice. */
function withLatest(
  { latestVisits, residents }: HouseholdView,
  { id, body, record, recordedAt, files }: ListedOperation,
): LatestVisitView[] {
  const { meeting, residentId, said = null, tags = [] } = body as VisitBody
  if (latestVisits.some((one) => one.id === record?.id)) return latestVisits
  const residentName = residents.find((one) => isCalled(one, residentId))?.name ?? null
  const own = { id: record?.id ?? id, visitedAt: recordedAt, meeting, residentName, said, tags }
  return [...latestVisits, { ...own, files: files.length }].sort((a, b) =>
    a.visitedAt < b.visitedAt ? 1 : -1,
  )
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
