import type { ComplaintAct } from '@minsheng/shared'
import { changedMeanwhile, chainHash } from '../handling/index.js'
import { actLane, Outbox, toDeliver } from '../messages/index.js'
import type { Person } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { ComplaintEvent, type ComplaintEventData } from './complaint-event.entity.js'
import { Complaint } from './complaint.entity.js'

type Hashed = Omit<ComplaintEvent, 'id' | 'hash'>

/** SHA-256 over everything an event says and the hash of the event before it. */
export const complaintHash = ({ previousHash, at, ...said }: Hashed): string => {
  const { complaintId, sequence, act, actorKind, actorId, data } = said
  return chainHash(previousHash, [complaintId, sequence, act, actorKind, actorId, at.toISOString(), data])
}

/** Appends to a complaint's chain of events. */
function eventOf(
  complaint: Complaint,
  act: ComplaintAct,
  by: Person,
  at: Date,
  data: ComplaintEventData,
): ComplaintEvent {
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

/**
 * Writes one act on a complaint, all or nothing: state, event, outbox. DESIGN, rules of the house 2 and 4.
 * @throws Problem 409 `changed_meanwhile`
 */
export async function saveComplaint(
  tx: Tx,
  complaint: Complaint,
  { act, by, at, data }: { act: ComplaintAct; by: Person; at: Date; data: ComplaintEventData },
): Promise<void> {
  const isNew = act === 'file'
  const { id, version, needId } = complaint
  const event = eventOf(complaint, act, by, at, data)
  complaint.version = version + 1
  if (isNew) await insertRows(tx, Complaint, [complaint])
  else if ((await tx.update(Complaint, { id, version }, complaint)).affected !== 1) throw changedMeanwhile()
  await insertRows(tx, ComplaintEvent, [event])
  await insertRows(tx, Outbox, [
    toDeliver({ needId, lane: actLane, topic: `complaint.${act}`, payload: { complaintId: id } }, at),
  ])
}
