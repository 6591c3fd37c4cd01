import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Residents } from '../people/index.js'
import type { HouseholdResidentView, LatestVisitView } from './household.dto.js'
import { Visit } from './visit.entity.js'

/** So many of each household lie on a phone, */
const EACH = 3
/** and so many characters of what was said. */
const SAID = 60

/** What happened last at each door: a grid worker reads it before knocking, with or without signal. */
@Injectable()
export class LatestVisits {
  constructor(private readonly residents: Residents) {}

  /** By household, the newest first. */
  async of(householdIds: readonly string[], manager: EntityManager): Promise<ReadonlyMap<string, Visit[]>> {
    const byHousehold = new Map<string, Visit[]>(householdIds.map((id) => [id, []]))
    const ids = await newestIds(householdIds, manager)
    const order = { visitedAt: 'DESC', id: 'DESC' } as const
    const visits = ids.length ? await manager.find(Visit, { where: { id: In(ids) }, order }) : []
    for (const visit of visits) byHousehold.get(visit.householdId)?.push(visit)
    return byHousehold
  }

  /** @param residents of the household; who has moved out since is not named any more */
  view(visit: Visit, residents: readonly HouseholdResidentView[]): LatestVisitView {
    const { id, visitedAt, meeting, residentId, saidCipher, tags, attachmentIds } = visit
    return {
      visitedAt: visitedAt.toISOString(),
      ...{ id, meeting, tags, files: attachmentIds.length },
      residentName: residents.find((one) => one.id === residentId)?.name ?? null,
      said: shortened(this.residents.readable(saidCipher)),
    }
  }
}

/** Reads `ix_visit_household` and nothing else. */
async function newestIds(householdIds: readonly string[], manager: EntityManager): Promise<string[]> {
  if (householdIds.length === 0) return []
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM (
       SELECT id, ROW_NUMBER() OVER (PARTITION BY household_id ORDER BY visited_at DESC, id DESC) AS newest
       FROM visit WHERE household_id IN (${householdIds.map(() => '?').join(', ')})
     ) AS numbered WHERE newest <= ${EACH}`,
    [...householdIds],
  )
  return rows.map(({ id }) => id)
}

function shortened(said: string | null): string | null {
  const characters = [...(said ?? '')]
  return characters.length > SAID ? `${characters.slice(0, SAID).join('')}…` : said
}
