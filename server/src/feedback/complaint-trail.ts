import { AuditTrail } from '../handling/index.js'
import type { UnitOfWork } from '../platform/database/index.js'
import { complaintHash } from './complaint-change.js'
import { ComplaintEvent } from './complaint-event.entity.js'
import { Complaint } from './complaint.entity.js'

/** The chains of complaints, which no chain of a need covers. docs/adr/0046 */
export const complaintTrail = (unitOfWork: UnitOfWork) =>
  new AuditTrail(unitOfWork, {
    noun: '投诉',
    holder: Complaint,
    event: ComplaintEvent,
    owner: 'complaintId',
    hashOf: complaintHash,
  })
