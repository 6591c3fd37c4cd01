import { complaintTrail } from './feedback/index.js'
import { needTrail } from './handling/index.js'
import type { UnitOfWork } from './platform/database/index.js'

/** Every chain of events of the database. */
export const auditTrails = (unitOfWork: UnitOfWork) => [needTrail(unitOfWork), complaintTrail(unitOfWork)]
