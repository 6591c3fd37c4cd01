import Fastify from 'fastify'
import { createPool } from 'mysql2/promise'

/**
 * The least that a program can do to show a page of a department's queue: Fastify, mysql2 with prepared statements,
 * JSON. No sign-in, no check, no names, no lights. It reads the same rows and columns in the same way as the server.
 */
const { DATABASE_URL: uri, DATABASE_POOL } = process.env
const pool = createPool({ uri, connectionLimit: Number(DATABASE_POOL), charset: 'utf8mb4', timezone: 'Z' })

const pageSize = 20
const page = (after) => `
  SELECT listed.* FROM work_order listed
  INNER JOIN (
    SELECT o.id FROM work_order o WHERE o.department_id = ? AND o.state = ? ${after}
    ORDER BY o.due_at, o.id LIMIT ${pageSize + 1}
  ) page ON page.id = listed.id
  ORDER BY listed.due_at, listed.id`
const first = page('')
const further = page('AND o.due_at >= ? AND (o.due_at > ? OR o.id > ?)')

const encode = ({ due_at: at, id }) => Buffer.from(`${at.getTime()}.${id}`).toString('base64url')
function decode(cursor) {
  const [time, id] = Buffer.from(cursor, 'base64url').toString().split('.')
  return { at: new Date(Number(time)), id }
}

const server = Fastify()
server.get('/queue', async ({ query: { department, state, cursor } }) => {
  const after = cursor && decode(cursor)
  const values = after ? [department, state, after.at, after.at, after.id] : [department, state]
  const [rows] = await pool.execute(after ? further : first, values)
  const items = rows.slice(0, pageSize)
  return { items, nextCursor: rows.length > pageSize ? encode(items.at(-1)) : null }
})

await server.listen({ port: 0, host: '127.0.0.1' })
console.log(`http://localhost:${server.server.address().port}/`)
process.once('SIGTERM', () => process.exit(0))
