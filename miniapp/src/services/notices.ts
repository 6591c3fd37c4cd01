import { ask } from './http'
import type { NoticeView, Paged, SubscriptionView } from './api'

export const myNotices = (cursor: string | null) =>
  ask<Paged<NoticeView> & { unread: number }>({ path: '/notices', query: { cursor }, realm: 'resident' })

export const readNotices = () =>
  ask<void>({ path: '/notices/read', method: 'POST', body: {}, realm: 'resident' })

/** What may be asked for, and how many messages of each may still be sent. */
export const mySubscriptions = () =>
  ask<{ items: SubscriptionView[] }>({ path: '/subscriptions', realm: 'resident' }).then(({ items }) => items)

/** Those that the person has just allowed, one message each. */
export const keepAccepted = (accepted: string[]) =>
  ask<{ items: SubscriptionView[] }>({
    path: '/subscriptions',
    method: 'POST',
    body: { accepted },
    realm: 'resident',
  }).then(({ items }) => items)
