import { ask } from './http'
import type { ChangesView, PhoneKeyView, SyncBody, SyncView } from './api'

/** Sends what was written at the door; each operation is answered by itself, and may be sent again. */
export const sendOperations = (operations: SyncBody['operations']) =>
  ask<SyncView>({ path: '/sync', method: 'POST', body: { operations }, realm: 'staff' })

/** What has changed in one's own grids since the cursor; everything without one. */
export const gridChanges = (cursor: string | null) =>
  ask<ChangesView>({ path: '/sync/changes', query: { cursor }, realm: 'staff' })

/** The key with which the phone of this person seals what it keeps: the same at each time. */
export const phoneKey = () => ask<PhoneKeyView>({ path: '/sync/key', realm: 'staff' })
