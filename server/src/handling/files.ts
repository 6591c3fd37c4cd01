import { In, type EntityManager } from 'typeorm'
import { Attachment, type Attachments, type AttachmentView } from '../attachments/index.js'
import type { NeedEvent } from './need-event.entity.js'

/** The files that a need's events name, by id. */
export type Files = ReadonlyMap<string, AttachmentView>

/**
 * Read by the manager at hand, which in an open transaction is the transaction.
 * @param isShown leaves some out; the desk sees all
 */
export async function filesOf(
  events: readonly NeedEvent[],
  manager: EntityManager,
  attachments: Attachments,
  isShown: (row: Attachment) => boolean = () => true,
): Promise<Files> {
  const ids = events.flatMap(({ data }) => data.attachmentIds ?? [])
  const rows = ids.length > 0 ? await manager.findBy(Attachment, { id: In(ids) }) : []
  return new Map(rows.filter(isShown).map((row) => [row.id, attachments.viewOf(row)]))
}

/** Those of the files that are named, in the order of the names. */
export const pick = (files: Files, ids: readonly string[] = []): AttachmentView[] =>
  ids.flatMap((id) => files.get(id) ?? [])
