import { ask } from './http'
import type {
  DoorView,
  HouseholdAddBody,
  IdNumberView,
  Paged,
  RegisterChangeBody,
  RegisterChanged,
  RegisteredView,
  VisitView,
} from './api'

/** What the register is searched by. */
export interface RegisterBy {
  areaId: string
  building?: string
  room?: string
  unvisitedDays?: string
}

/** Doors of a community or a grid, and not who lives there. */
export const doors = (by: RegisterBy, cursor: string | null) =>
  ask<Paged<DoorView>>({ path: '/household-register', query: { ...by, cursor }, realm: 'staff' })

/** Who lives there; that it was opened is written down. */
export const registered = (id: string) =>
  ask<RegisteredView>({ path: `/household-register/${id}`, realm: 'staff' })

export const changeRegistered = (id: string, body: RegisterChangeBody) =>
  ask<RegisterChanged>({ path: `/household-register/${id}/change`, method: 'POST', body, realm: 'staff' })

/** A door that nobody has entered yet. */
export const addRegistered = (body: HouseholdAddBody) =>
  ask<RegisterChanged>({ path: '/household-register', method: 'POST', body, realm: 'staff' })

export const registeredVisits = (id: string, cursor: string | null) =>
  ask<Paged<VisitView>>({ path: `/household-register/${id}/visits`, query: { cursor }, realm: 'staff' })

/** A whole ID number; who reads it, when and why is written down before it is answered. */
export const registeredIdNumber = (id: string, residentId: string, reason: string) =>
  ask<IdNumberView>({
    path: `/household-register/${id}/residents/${residentId}/id-number`,
    method: 'POST',
    body: { reason },
    realm: 'staff',
  })
