import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { phoneStorage } from '@/platform/storage'
import { uuid } from '@/platform/uuid'
import type { Attached } from './attached'
import type { NewOutgoing, Outgoing } from './outgoing'
import type { Place } from './place'

export interface Draft {
  text: string
  place: Place | null
  anonymous: boolean
  contactPhone: string | null
  attachments: Attached[]
  /** Of the code by which the page was opened, where it says whose the matter may be. */
  scene: string | null
  /** Why the server did not take it, and which field that is about. */
  refusal: Outgoing['refusal']
  /** The key under which it went into the queue of outgoing needs: the queue has it now, this is only its picture. */
  sentAs: string | null
  /** Changes when the text was put there by us: the text box starts anew. */
  edition: number
}

const empty = { text: '', attachments: [], scene: null, refusal: null, sentAs: null }

/** What is being written on the home page. Survives closing the app; the last place stays for the next time. */
export const useDraft = create<Draft>()(
  persist((): Draft => ({ ...empty, place: null, anonymous: false, contactPhone: null, edition: 0 }), {
    name: 'draft',
    storage: phoneStorage(),
  }),
)

export const changeDraft = (change: Partial<Draft>) => useDraft.setState(change)

export const isDraftEmpty = () => {
  const { text, attachments } = useDraft.getState()
  return !text.trim() && !attachments.length
}

export const clearDraft = () =>
  useDraft.setState(({ edition }) => ({ ...empty, anonymous: false, edition: edition + 1 }))

/** After a kill between sending and answer: what is in the queue must not be sent by hand once more. */
export const clearSentDraft = () => {
  if (useDraft.getState().sentAs) clearDraft()
}

/** @param sameAs the look-alike that it joins */
export function draftToSend(sameAs?: string): NewOutgoing {
  const { text, place, anonymous, contactPhone, attachments, scene } = useDraft.getState()
  return {
    key: uuid(),
    text: text.trim(),
    place,
    anonymous,
    contactPhone,
    attachments,
    capturedAt: new Date().toISOString(),
    sameAs,
    ...(scene && { scene }),
  }
}

/** Brings back what could not be sent, with the reason. */
export const restoreDraft = ({
  text,
  place,
  anonymous,
  contactPhone,
  attachments,
  scene,
  refusal,
}: Outgoing) =>
  useDraft.setState(({ edition }) => ({
    text,
    place,
    anonymous,
    contactPhone,
    attachments,
    scene: scene ?? null,
    refusal,
    sentAs: null,
    edition: edition + 1,
  }))

/** The server's id of a file, unless it was taken away meanwhile. */
export const keepUploaded = (key: string, id: string) =>
  useDraft.setState(({ attachments }) => ({
    attachments: attachments.map((file) => (file.key === key ? { ...file, id } : file)),
  }))
