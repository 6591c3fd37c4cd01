import type { Route } from 'playwright-core'

/** A page of a list has at most so many items: server/src/platform/database/page.ts. */
const PAGE = 20
/** How long each text may be that people write, in characters: the columns and the DTOs of the server. */
const longest: Readonly<Record<string, number>> = {
  title: 60,
  needTitle: 60,
  text: 2000,
  words: 500,
  detail: 500,
  reason: 500,
  measure: 1000,
  name: 40,
  departmentName: 40,
  areaName: 40,
  address: 100,
}

/** The answer with as many items, and texts as long, as the server can give. */
export async function fullest(route: Route): Promise<void> {
  const answer = await route.fetch()
  if (answer.status() !== 200) return route.fulfill({ response: answer })
  await route.fulfill({ response: answer, json: filled(await answer.json()) })
}

function filled(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return (key === 'items' ? many(value) : value).map((one) => filled(one))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, name)]))
  const length = longest[key]
  return typeof value === 'string' && value && length ? value.repeat(length).slice(0, length) : value
}

/** The same again under ids of their own, until the page is full. */
function many(items: unknown[]): unknown[] {
  if (!items.length) return items
  return Array.from({ length: Math.max(PAGE, items.length) }, (_, index) => {
    const item = items[index % items.length]
    const round = Math.floor(index / items.length)
    return round && item && typeof item === 'object' && 'id' in item
      ? { ...item, id: `${String(item.id)}-${round}` }
      : item
  })
}
