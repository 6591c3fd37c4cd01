import { createHash } from 'node:crypto'
import type { ComplaintSubject } from '@minsheng/shared'
import { chainStart, type Need } from '../handling/index.js'
import type { Complaint } from './complaint.entity.js'

/** What the district has taken up as a whole, as a complaint about it names it. */
export interface ComplainedProject {
  id: string
  title: string
  departmentId: string
  categoryId: string
}

/** As a number, or an order, names what it is about. */
export const complaintTitle = (project: string | null | undefined): string =>
  project ? `对“${project}”的投诉` : '对服务的投诉'

/** Two ids are longer than the column. */
export const projectKey = (projectId: string, residentId: string): string =>
  `project:${createHash('sha256').update(`${projectId} ${residentId}`).digest('base64url').slice(0, 30)}`

/** About what a complaint is, and who is accused. */
export type ComplaintAbout = Pick<
  Complaint,
  | 'about'
  | 'needId'
  | 'receiptNo'
  | 'projectId'
  | 'projectTitle'
  | 'round'
  | 'residentId'
  | 'departmentId'
  | 'categoryId'
  | 'streetId'
>
const aboutNoProject = { projectId: null, projectTitle: null }

export const aboutNothing: Omit<ComplaintAbout, 'residentId'> = {
  about: 'service',
  ...aboutNoProject,
  ...{ needId: null, receiptNo: null, round: 0, departmentId: null, categoryId: null, streetId: null },
}

export function aboutNeed(need: Need): ComplaintAbout {
  const { id: needId, receiptNo, round, residentId, departmentId, categoryId, streetId, answeredAt } = need
  const about: ComplaintSubject = answeredAt ? 'answer' : 'need'
  return {
    about,
    needId,
    receiptNo,
    round,
    residentId,
    departmentId,
    categoryId,
    streetId,
    ...aboutNoProject,
  }
}

export const aboutProject = ({
  id: projectId,
  title: projectTitle,
  departmentId,
  categoryId,
}: ComplainedProject): Omit<ComplaintAbout, 'residentId'> => ({
  ...aboutNothing,
  about: 'project',
  ...{ projectId, projectTitle, departmentId, categoryId },
})

/** What nobody has done yet. */
export const untouched = {
  state: 'filed' as const,
  ...{ words: null, attachmentIds: null },
  ...{ respondedAt: null, responderId: null, responseWay: null, responseNote: null },
  ...{ isComplex: false, isExtended: false, answeredAt: null, answererIds: null },
  ...{ finding: null, measure: null, measureUntil: null, rechecks: 0 },
  ...{ escalatedAt: null, escalationCause: null, voidSignerId: null, voidReason: null, endedAt: null },
  ...{ version: 0, eventCount: 0, lastEventHash: chainStart },
}
