import { create } from 'zustand'
import { dropKept } from '@/platform/kept-files'
import { uuid } from '@/platform/uuid'
import { onSignal } from '@/platform/network'
import { readStored, store } from '@/platform/storage'
import { signInSilently } from '@/platform/sign-in'
import type { NewNeed } from '@/services/api'
import { ApiError, asApiError } from '@/services/api-error'
import { submitNeed } from '@/services/needs'
import { homeWords } from '@/words-filing'
import type { Attached } from './attached'
import { clearSentDraft, isDraftEmpty, restoreDraft } from './draft'
import { createOutgoing, type NewOutgoing, type Outcome, type Outgoing } from './outgoing'
import { bodyOfPlace } from './place'
import { useSession } from './session'
import { ensureUploaded } from './uploads'

const STORED = 'outgoing'

/** The needs that wait on this phone, oldest first. */
export const useOutgoing = create<{ items: Outgoing[] }>(() => ({ items: [] }))

function bodyOf(item: Outgoing, attachmentIds: string[]): NewNeed {
  const { text, place, anonymous, contactPhone, capturedAt, sameAs, scene } = item
  return {
    text: text || homeWords.voiceOnly,
    anonymous,
    capturedAt,
    attachmentIds,
    ...(place && bodyOfPlace(place)),
    ...(contactPhone && { contactPhone }),
    ...(sameAs && { sameAs }),
    ...(scene && { scene }),
  }
}

async function upload(files: Attached[]): Promise<Attached[]> {
  return Promise.all(files.map(async (file) => ({ ...file, ...(await ensureUploaded(file, 'resident')) })))
}

async function send(item: Outgoing, keep: (files: Attached[]) => void) {
  if (!useSession.getState().resident && !(await signInSilently()))
    throw new ApiError(401, { code: 'sign_in_needed' })
  const file = async (attachments: Attached[]) => {
    const uploaded = await upload(attachments)
    keep(uploaded)
    return submitNeed(
      bodyOf(
        item,
        uploaded.flatMap(({ id }) => id ?? []),
      ),
      item.key,
    )
  }
  return file(item.attachments)
    .catch((thrown: unknown) => {
      // The server forgets files that waited too long for their need: they travel once more.
      const hadFiles = item.attachments.some(({ id }) => id)
      if (asApiError(thrown).code !== 'attachment_unknown' || !hadFiles) throw thrown
      return file(item.attachments.map((attached) => ({ ...attached, id: null, sentAs: uuid() })))
    })
    .then(async (need) => {
      await Promise.all(item.attachments.map(({ kept }) => dropKept(kept)))
      return need
    })
}

let timer: ReturnType<typeof setTimeout> | undefined

const queue = createOutgoing({
  load: () => readStored<Outgoing[]>(STORED) ?? [],
  save: (items) => store(STORED, items),
  send,
  now: () => Date.now(),
  wakeAt(time) {
    clearTimeout(timer)
    if (time !== null) timer = setTimeout(() => void sendOutgoing(false), Math.max(1000, time - Date.now()))
  },
  changed: (items) => useOutgoing.setState({ items }),
})
useOutgoing.setState({ items: queue.items() })

/** A need that was refused while nobody looked comes back into the empty box on the home page. */
function bringBackRefused() {
  const refused = queue.items().find(({ state }) => state === 'refused')
  if (refused && isDraftEmpty() && queue.take(refused.key)) restoreDraft(refused)
}

/** Sends what waits. `eager`: the app was opened or there is signal again. */
export const sendOutgoing = async (eager = true) => {
  await queue.flush(eager)
  bringBackRefused()
}

/** Files a need through the queue. Refused at once, it does not stay in the queue: the draft is still there. */
export async function fileNeed(need: NewOutgoing): Promise<Outcome> {
  const outcome = await queue.add(need)
  if (outcome.kind === 'refused') queue.take(need.key)
  return outcome
}

/** Takes one out of the queue; null when it is just being sent. */
export const takeOutgoing = (key: string) => queue.take(key)

export function startOutgoing() {
  clearSentDraft()
  onSignal(() => void sendOutgoing())
  useSession.subscribe((now, before) => {
    if (now.resident && !before.resident) void sendOutgoing()
  })
}
