import { createPool } from 'mysql2/promise'
import { newId } from '../../dist/platform/database/index.js'

const BATCH = 500
const places = (count) => Array(count).fill('?').join(',')

/**
 * The least that a program can do to move clocks on: mysql2 with prepared statements; it reads the same range, claims,
 * moves on and posts the same rows. It knows no calendar: the next stage is a day later, whatever day that is.
 * @returns {Promise<(() => Promise<number>) & { close(): Promise<void> }>} one sweep
 */
export async function bareSweep(uri) {
  const pool = createPool({ uri, connectionLimit: 2, charset: 'utf8mb4', timezone: 'Z' })
  return Object.assign(() => sweep(pool), { close: () => pool.end() })
}

async function sweep(pool) {
  let all = 0
  for (let taken = -1; taken !== 0; all += taken) taken = await turn(pool)
  return all
}

async function turn(pool) {
  const now = new Date()
  const token = newId(now)
  const [clocks] = await pool.execute(
    `SELECT * FROM clock WHERE next_at <= ? ORDER BY next_at, id LIMIT ${BATCH}`,
    [now],
  )
  if (clocks.length === 0) return 0
  const ids = clocks.map(({ id }) => id)
  await pool.execute(
    `UPDATE clock SET lease_owner = ?, next_at = ? WHERE id IN (${places(ids.length)}) AND next_at <= ?`,
    [token, new Date(now.getTime() + 120_000), ...ids, now],
  )
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  await connection.execute(
    `UPDATE clock SET stage = 'twice', next_at = ?, breached_at = due_at, lease_owner = NULL
     WHERE id IN (${places(ids.length)}) AND lease_owner = ?`,
    [new Date(now.getTime() + 86_400_000), ...ids, token],
  )
  const rows = clocks.map(({ need_id: needId, kind, work_order_id: workOrderId }) => [
    newId(now),
    needId,
    'act',
    'clock.red',
    JSON.stringify({ kind, workOrderId }),
    'pending',
    0,
    now,
    now,
  ])
  await connection.query(
    `INSERT INTO outbox (id, need_id, lane, topic, payload, state, attempts, available_at, created_at) VALUES ?`,
    [rows],
  )
  await connection.commit()
  connection.release()
  return clocks.length
}
