import { create } from 'zustand'
import { markMe } from '@/platform/tab-mark'
import { myNotices } from '@/services/notices'
import { useSession } from './session'

/** How many notices of the resident are not read yet. */
export const useUnread = create<{ count: number }>(() => ({ count: 0 }))

export function setUnread(count: number) {
  useUnread.setState({ count })
  markMe(count)
}

/** Asks when somebody is signed in; without an answer the last known stays. */
export async function lookForNotices(): Promise<void> {
  if (!useSession.getState().resident) return setUnread(0)
  const answer = await myNotices(null).catch(() => null)
  if (answer) setUnread(answer.unread)
}
