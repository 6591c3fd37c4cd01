import { randomUUID } from 'node:crypto'
import { ask } from './load.mjs'

/** Files a need that the server dispatches at once, as the pattern of many. @returns its id */
export async function aDispatchedNeed(database, server) {
  const [{ id }] = await database.rows('SELECT id FROM resident LIMIT 1')
  const resident = { id, kind: 'resident', roles: ['resident'], departmentId: null, areaId: null }
  const token = await database.token(resident)
  const [area] = await database.rows("SELECT id FROM area WHERE level = 'community' LIMIT 1")
  const answer = await ask(server.port, {
    method: 'POST',
    path: '/api/v1/needs',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ text: '小区门口的路灯坏了三天，晚上老人出门看不清路', areaId: area.id }),
  })
  const need = JSON.parse(answer.text)
  if (need.state !== 'dispatched') throw new Error(`The need was not dispatched: ${answer.text}`)
  return need.id
}
