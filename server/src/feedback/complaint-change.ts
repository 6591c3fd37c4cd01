import { isOpenComplaint } from '@minsheng/shared'
import { type Actor, changedMeanwhile, chainHash } from '../handling/index.js'
import { actLane, Outbox, toDeliver } from '../messages/index.js'
import { insertRows, isUniqueViolation, newId, type Tx } from '../platform/database/index.js'
import { ComplaintEvent, type ComplaintEventAct, type ComplaintEventData } from './complaint-event.entity.js'
import { Complaint, subjectOf } from './complaint.entity.js'

type Hashed = Omit<ComplaintEvent, 'id' | 'hash'>

/** SHA-256 over everything an event says and the hash of the event before it. */
export const complaintHash = ({ previousHash, at, ...said }: Hashed): string => {
  const { complaintId, sequence, act, actorKind, actorId, data } = said
  return chainHash(previousHash, [complaintId, sequence, act, actorKind, actorId, at.toISOString(), data])
}

/** Appends to a complaint's chain of events. */
function eventOf(complaint: Complaint, { act, by, at, data }: ComplaintChange): ComplaintEvent {
  const event: Hashed = {
    complaintId: complaint.id,
    sequence: complaint.eventCount + 1,
    act,
    actorKind: by.kind,
    actorId: by.id,
    at,
    data,
    previousHash: complaint.lastEventHash,
  }
  const hash = complaintHash(event)
  Object.assign(complaint, { eventCount: event.sequence, lastEventHash: hash })
  return { ...event, id: newId(at), hash }
}

/** One act on a complaint: what was done, by whom, and what it added. */
export interface ComplaintChange {
  act: ComplaintEventAct
  by: Actor
  at: Date
  data: ComplaintEventData
}

/**
 * Writes one act on a complaint, all or nothing: state, event, outbox. DESIGN, rules of the house 2 and 4.
 * @throws Problem 409 `changed_meanwhile`
 */
export async function saveComplaint(tx: Tx, complaint: Complaint, change: ComplaintChange): Promise<void> {
  const { id, version, state } = complaint
  const event = eventOf(complaint, change)
  complaint.version = version + 1
  if (!isOpenComplaint(state)) complaint.openKey = null
  if (change.act === 'file') await insertNew(tx, complaint)
  else if ((await tx.update(Complaint, { id, version }, complaint)).affected !== 1) throw changedMeanwhile()
  await insertRows(tx, ComplaintEvent, [event])
  const topic = `complaint.${change.act}`
  const row = { needId: subjectOf(complaint), lane: actLane, topic, payload: { complaintId: id } }
  await insertRows(tx, Outbox, [toDeliver(row, change.at)])
}

/** Of two taps at the same moment the second finds the first, when it is decided again. */
async function insertNew(tx: Tx, complaint: Complaint): Promise<void> {
  try {
    await insertRows(tx, Complaint, [complaint])
  } catch (error) {
    throw isUniqueViolation(error) ? changedMeanwhile() : error
  }
}
