import { ask } from './http'
import type { ChangesView, IdNumberView, Paged, PhoneKeyView, SyncBody, SyncView, VisitView } from './api'

/** Sends what was written at the door; each operation is answered by itself, and may be sent again. */
export const sendOperations = (operations: SyncBody['operations']) =>
  ask<SyncView>({ path: '/sync', method: 'POST', body: { operations }, realm: 'staff' })

/** What has changed in one's own grids since the cursor; everything without one. */
export const gridChanges = (cursor: string | null) =>
  ask<ChangesView>({ path: '/sync/changes', query: { cursor }, realm: 'staff' })

/** The key with which the phone of this person seals what it keeps: the same at each time. */
export const phoneKey = () => ask<PhoneKeyView>({ path: '/sync/key', realm: 'staff' })

/** What happened at a door, the newest first, with the photos. */
export const visitsAt = (household: string, cursor: string | null) =>
  ask<Paged<VisitView>>({ path: `/households/${household}/visits`, query: { cursor }, realm: 'staff' })

/** A whole ID number; who reads it, when and why is written down before it is answered. Not to be kept. */
export const readIdNumber = (household: string, resident: string, reason: string) =>
  ask<IdNumberView>({
    path: `/households/${household}/residents/${resident}/id-number`,
    method: 'POST',
    body: { reason },
    realm: 'staff',
  })
