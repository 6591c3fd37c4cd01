import type { AttachmentView } from '@/services/api'
import type { ChosenFile } from '@/platform/chosen-file'

/** A file of a draft: on the phone, and on the server as soon as `id` is there. */
export interface Attached extends ChosenFile {
  key: string
  id: AttachmentView['id'] | null
  /** Whether the server knows when and where it was taken. */
  isPlaced?: boolean
}
