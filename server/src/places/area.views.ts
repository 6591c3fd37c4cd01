import type { Area } from './area.entity.js'
import type { Areas } from './areas.js'
import type { AreaView } from './places.dto.js'

/** An area with the name of its street. */
export async function areaView(
  areas: Areas,
  { id, name, level, parentId, latitude, longitude }: Area,
): Promise<AreaView> {
  const lineage = await areas.lineage(id)
  const street = lineage && (await areas.byId(lineage.streetId))
  return { id, name, level, parentId, streetName: street?.name ?? null, latitude, longitude }
}
