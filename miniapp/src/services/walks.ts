import { ask } from './http'
import type {
  AssignBody,
  AssignmentSummary,
  AssignmentView,
  CoverageView,
  Paged,
  TaskReportView,
  VisitMapView,
} from './api'

/** How much of an area and its parts was walked in a month; of one's own area without one. */
export const coverage = (areaId: string | null, month: string) =>
  ask<CoverageView>({ path: '/visits/coverage', query: { areaId, month }, realm: 'staff' })

/** Where a grid was walked in a month. */
export const visitMap = (gridId: string, month: string) =>
  ask<VisitMapView>({ path: '/visits/map', query: { gridId, month }, realm: 'staff' })

export const assignments = (cursor: string | null) =>
  ask<Paged<AssignmentSummary>>({ path: '/grid-assignments', query: { cursor }, realm: 'staff' })

export const assignment = (id: string) =>
  ask<AssignmentView>({ path: `/grid-assignments/${id}`, realm: 'staff' })

/** Asks something of all grids of an area. */
export const assign = (body: AssignBody, idempotencyKey: string) =>
  ask<AssignmentView>({ path: '/grid-assignments', method: 'POST', body, idempotencyKey, realm: 'staff' })

export const revokeAssignment = (id: string) =>
  ask<AssignmentView>({
    path: `/grid-assignments/${id}/acts/revoke`,
    method: 'POST',
    body: {},
    realm: 'staff',
  })

/** What came back of one grid, the newest first. */
export const taskReports = (id: string, gridId: string, cursor: string | null) =>
  ask<Paged<TaskReportView>>({
    path: `/grid-assignments/${id}/reports`,
    query: { gridId, cursor },
    realm: 'staff',
  })
