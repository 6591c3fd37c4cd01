import { createServer } from 'node:http'
import { createPool } from 'mysql2/promise'
import { newId } from '../../dist/platform/database/ids.js'

/**
 * The least that a program can do to store visits: node:http, mysql2 with prepared statements, JSON. No sign-in, no
 * check, nothing encrypted. Each visit in a transaction of its own, with the rows that the server writes.
 */
const { DATABASE_URL: uri, DATABASE_POOL, WORKER } = process.env
const pool = createPool({ uri, connectionLimit: Number(DATABASE_POOL), charset: 'utf8mb4', timezone: 'Z' })

async function record(connection, { id, body, recordedAt }) {
  const at = new Date(recordedAt)
  const month = at.toISOString().slice(0, 7)
  const visitId = newId(at)
  const run = async (sql, values) => (await connection.execute(sql, values))[0]
  const [{ grid_id: grid }] = await run('SELECT * FROM household WHERE id = ?', [body.householdId])
  await connection.beginTransaction()
  await run('UPDATE grid_book SET changes = changes + 1 WHERE grid_id = ?', [grid])
  const [{ changes }] = await run('SELECT changes FROM grid_book WHERE grid_id = ?', [grid])
  await run('SELECT * FROM household WHERE id = ?', [body.householdId])
  const isMet = body.meeting === 'met'
  const known = isMet
    ? await run(
        "SELECT 1 FROM visit WHERE household_id = ? AND visited_at >= ? AND meeting = 'met' LIMIT 1",
        [...[body.householdId, new Date(`${month}-01`)]],
      )
    : [1]
  await run(
    'INSERT INTO visit_month (month, grid_id, visits, unmet, households) VALUES (?, ?, 1, ?, ?) ON DUPLICATE KEY UPDATE visits = visits + 1, unmet = unmet + VALUES(unmet), households = households + VALUES(households)',
    [month, grid, isMet ? 0 : 1, known.length > 0 ? 0 : 1],
  )
  await run(
    'INSERT INTO visit (id, operation_id, household_id, grid_id, worker_id, meeting, said_cipher, tags, attachment_ids, longitude, latitude, visited_at, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      ...[
        visitId,
        id,
        body.householdId,
        grid,
        WORKER,
        body.meeting,
        body.said,
        JSON.stringify(body.tags),
        '[]',
      ],
      ...[body.place.longitude, body.place.latitude, at, at],
    ],
  )
  await run('UPDATE household SET change_number = ?, last_visited_at = ? WHERE id = ?', [
    changes,
    at,
    body.householdId,
  ])
  const record = { id: visitId }
  await run(
    'INSERT INTO idempotency_key (person_id, `key`, body_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)',
    [...[WORKER, id, '0'.repeat(64), JSON.stringify({ text: JSON.stringify(record) }), at]],
  )
  await connection.commit()
  return { id, outcome: 'done', record }
}

async function take({ operations }) {
  const connection = await pool.getConnection()
  try {
    const results = []
    for (const operation of operations) results.push(await record(connection, operation))
    return JSON.stringify({ results })
  } finally {
    connection.release()
  }
}

const server = createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    take(JSON.parse(Buffer.concat(pieces).toString())).then(
      (text) => reply(response, 200, text),
      (error) => reply(response, 500, JSON.stringify({ title: String(error) })),
    )
  })
})

function reply(response, status, text) {
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

server.listen(0, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`))
process.once('SIGTERM', () => process.exit(0))
