import type { Route } from 'playwright-core'

/** What becomes of the request that fills a page. */
export interface State {
  /** What is to be seen; by default what the scene itself says. */
  seen?: string | RegExp
  meet?: (route: Route) => Promise<unknown>
}

const problem = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: '系统出了点问题，请稍后再试',
    status: 500,
    code: 'internal',
  }),
}

export const states = {
  full: {},
  loading: { meet: () => Promise.resolve() }, // no answer comes
  empty: { meet: (route) => route.fulfill({ json: { items: [], nextCursor: null } }) },
  error: { seen: /再试一次|返回/, meet: (route) => route.fulfill(problem) },
  offline: { seen: '网络连不上', meet: (route) => route.abort() },
  long: { meet: lengthen },
} as const satisfies Record<string, State>

export type StateName = keyof typeof states
export const stateNames = Object.keys(states) as StateName[]

/** Names and texts as long as people write them when nobody stops them. */
async function lengthen(route: Route) {
  const answer = await route.fetch()
  if (answer.status() !== 200) return route.fulfill({ response: answer }) // nothing has changed
  await route.fulfill({ response: answer, json: longer(await answer.json()) })
}

const isWritten = /^(title|text|detail|name|address|words|next|streetName|departmentName)$/
const TIMES = 6

function longer(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => longer(one))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, longer(one, name)]))
  return typeof value === 'string' && isWritten.test(key) ? value.repeat(TIMES).slice(0, 600) : value
}
