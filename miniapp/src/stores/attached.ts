import type { AttachmentView } from '@/services/api'
import type { ChosenFile } from '@/platform/chosen-file'

/** A file of a draft: on the phone, and on the server as soon as `id` is there. */
export interface Attached extends ChosenFile {
  key: string
  id: AttachmentView['id'] | null
  /** On the phone it lies sealed (grid/store/seal.ts). */
  isSealed?: boolean
  /** The server files each of these keys once; another one than `key` where it has forgotten the file since. */
  sentAs?: string
  /** Whether the server knows when and where it was taken. */
  isPlaced?: boolean
}
