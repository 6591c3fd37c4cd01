import { createServer } from 'node:http'
import { createPool } from 'mysql2/promise'
import { newId } from '../../dist/platform/database/ids.js'

/**
 * The least that a program can do to store a need: node:http, mysql2 with prepared statements, JSON. No sign-in, no
 * check, no routing. It writes the rows of a need that the server wrote (NEED is its id, KEY its idempotency key) once
 * more, with new ids, the new text and the time: the same tables, columns, sizes and statements.
 */
const { DATABASE_URL: uri, DATABASE_POOL, NEED, KEY } = process.env
const pool = createPool({
  uri,
  connectionLimit: Number(DATABASE_POOL),
  charset: 'utf8mb4',
  timezone: 'Z',
  dateStrings: true,
  jsonStrings: true,
})

const query = async (sql, values) => (await pool.query(sql, values))[0]
const ofNeed = (table) => query(`SELECT * FROM ${table} WHERE need_id = ? ORDER BY id`, [NEED])
const templates = {
  need: await query('SELECT * FROM need WHERE id = ?', [NEED]),
  work_order: await ofNeed('work_order'),
  need_event: await ofNeed('need_event'),
  clock: await ofNeed('clock'),
  outbox: await ofNeed('outbox'),
  idempotency_key: await query('SELECT * FROM idempotency_key WHERE `key` = ?', [KEY]),
}
const template = templates.need[0]
const answer = JSON.parse(JSON.parse(templates.idempotency_key[0].answer).text)
const residents = (await query('SELECT id FROM resident')).map(({ id }) => id)

/** One statement for each table, as many rows as the template has. */
const statements = Object.entries(templates).map(([table, rows]) => {
  const columns = Object.keys(rows[0])
  const tuple = `(${columns.map(() => '?').join(',')})`
  const names = columns.map((name) => `\`${name}\``).join(',')
  return {
    sql: `INSERT INTO ${table} (${names}) VALUES ${rows.map(() => tuple).join(',')}`,
    // What a new need has of its own; the rest is as in the template.
    values: (own) =>
      rows.flatMap((row) =>
        columns.map((name) => {
          if (name === 'id') return own.ids?.[table] ?? newId(own.at)
          if (name === 'work_order_id') return row[name] && own.ids.work_order
          return name in own ? own[name] : row[name]
        }),
      ),
  }
})

let filed = 0

async function submit({ text }, key) {
  const at = new Date()
  const ids = { need: newId(at), work_order: newId(at) }
  const receiptNo = `BARE${String((filed += 1)).padStart(template.receipt_no.length - 4, '0')}`
  const resident = residents[filed % residents.length]
  const view = JSON.stringify({ ...answer, id: ids.need, receiptNo, text })
  const own = {
    ids,
    at,
    need_id: ids.need,
    receipt_no: receiptNo,
    resident_id: resident,
    person_id: resident,
    key,
    text,
    title: text.slice(0, 24),
    answer: JSON.stringify({ text: view }),
    submitted_at: at,
    dispatched_at: at,
    start_at: at,
    available_at: at,
    created_at: at,
  }
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    for (const { sql, values } of statements) await connection.execute(sql, values(own))
    await connection.commit()
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
  return view
}

const server = createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(pieces).toString())
    submit(body, request.headers['idempotency-key']).then(
      (view) => reply(response, 201, view),
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
