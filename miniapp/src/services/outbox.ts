import { ask } from './http'
import type { GivenUpView, Paged } from './api'

export const givenUpMessages = (cursor: string | null) =>
  ask<Paged<GivenUpView>>({ path: '/outbox/given-up', query: { cursor }, realm: 'staff' })

export const sendAgain = (id: string) =>
  ask<void>({ path: `/outbox/given-up/${id}/again`, method: 'POST', body: {}, realm: 'staff' })
