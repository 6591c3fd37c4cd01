import { type EntityManager, In } from 'typeorm'
import { Staff } from '../people/index.js'
import { type Files, pick } from './files.js'
import type { NeedEvent } from './need-event.entity.js'
import type { DeskEvent } from './work-order.dto.js'
import { type Named, toldToStaff } from './words.js'

/** What happened, as the desk reads it, the newest first. */
export async function deskEvents(
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
  manager: EntityManager,
): Promise<DeskEvent[]> {
  return toldEvents(events, named, files, await staffNames(events, manager))
}

/** The names of the staff who acted, by their ids. */
export async function staffNames(
  events: readonly NeedEvent[],
  manager: EntityManager,
): Promise<ReadonlyMap<string, string>> {
  const actorIds = events.flatMap(({ actorKind, actorId }) => (actorKind === 'staff' && actorId) || [])
  const staff = await manager.findBy(Staff, { id: In([...new Set(actorIds)]) })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

/** The same with the names at hand. */
export function toldEvents(
  events: readonly NeedEvent[],
  named: Named,
  files: Files,
  names: ReadonlyMap<string, string>,
): DeskEvent[] {
  const told = events.map((event): DeskEvent => {
    const { title: words, detail, attachmentIds } = toldToStaff(event, named)
    const byName = names.get(event.actorId ?? '') ?? null
    return { at: event.at.toISOString(), words, byName, detail, attachments: pick(files, attachmentIds) }
  })
  return told.reverse()
}
