import type { LookalikesBody, LookalikeView } from './api'
import { ask } from './http'

/** What neighbours have filed about the same thing: at most five, the likeliest first. */
export const lookalikesOf = async (body: LookalikesBody): Promise<LookalikeView[]> => {
  const { items } = await ask<{ items: LookalikeView[] }>({
    path: '/lookalikes',
    method: 'POST',
    body,
    realm: 'resident',
  })
  return items
}
