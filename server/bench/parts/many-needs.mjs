import { escape } from 'mysql2'

/** Rows of one statement. */
const batch = 50_000
const months = 6

/**
 * Multiplies a need and its work order, so that there are so many of each: over the departments unevenly, the first
 * has a fifth of all; over places and categories evenly; most of them done; due at the end of a day, as most are.
 * @param {{ rows(sql: string, values?: unknown[]): Promise<Record<string, any>[]> }} database
 * @param {string} needId a need that the server dispatched; what is not named here is as in its rows
 * @returns {Promise<string>} the id of the department with the most
 */
export async function fillWith(database, needId, count) {
  const departments = await ids(database, 'SELECT id FROM department ORDER BY code')
  const communities = await database.rows("SELECT id, parent_id FROM area WHERE level = 'community'")
  const categories = await database.rows('SELECT id, parent_id FROM category WHERE level = 2')
  const [need] = await database.rows('SELECT * FROM need WHERE id = ?', [needId])
  const [order] = await database.rows('SELECT * FROM work_order WHERE need_id = ?', [needId])

  const department = oneOf(departments, `POW(${chance('department')}, 2)`)
  const place = (column) => oneOf(valuesOf(communities, column), chance('place'))
  const category = (column) => oneOf(valuesOf(categories, column), chance('category'))
  const filed = `${escape(need.submitted_at)} - INTERVAL FLOOR((${count} - seq) * ${months * 30 * 86400} / ${count}) SECOND`
  const due = `DATE(${filed}) + INTERVAL ${`1 + FLOOR(${chance('limit')} * 15)`} DAY + INTERVAL 10 HOUR`
  const both = {
    department_id: department,
    community_id: place('id'),
    street_id: place('parent_id'),
    category_id: category('id'),
    field_id: category('parent_id'),
    receipt_no: "CONCAT('MS20260101-', LPAD(seq, 8, '0'))",
    due_at: due,
  }
  const needIds = "CONCAT('01N', LPAD(seq, 23, '0'))"
  const state = `CASE ${states.map(([name, below]) => `WHEN ${chance('state')} < ${below} THEN '${name}'`).join(' ')} END`
  const needState = `CASE WHEN ${chance('state')} < ${closedBelow} THEN 'closed' ELSE 'dispatched' END`

  // Only the filling need not be durable.
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 2')
  await multiply(database, 'need', need, count, {
    ...both,
    id: needIds,
    state: needState,
    submitted_at: filed,
  })
  await multiply(database, 'work_order', order, count, {
    ...both,
    id: "CONCAT('01P', LPAD(seq, 23, '0'))",
    need_id: needIds,
    state,
    dispatched_at: filed,
  })
  await database.rows('ANALYZE TABLE need, work_order')
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 1')
  return departments[0]
}

/** The share of each state and of those before it. */
const states = [
  ['done', 0.85],
  ['working', 0.9],
  ['pending', 0.94],
  ['reviewing', 0.96],
  ['returning', 0.965],
  ['returned', 0.99],
  ['cancelled', 1.01],
]
const closedBelow = 0.85

/** A number from 0 to 1 that belongs to the row and to what it is for. */
export const chance = (what) => `(CONV(LEFT(MD5(CONCAT('${what}', seq)), 8), 16, 10) / 4294967296)`
const oneOf = (values, share) =>
  `ELT(1 + FLOOR(${values.length} * ${share}), ${values.map((value) => escape(value)).join(', ')})`
const valuesOf = (rows, column) => rows.map((row) => row[column])
const ids = async (database, sql) => valuesOf(await database.rows(sql), 'id')

/** Inserts so many copies of a row, with these expressions in place of its own values. */
export async function multiply(database, table, row, count, expressions) {
  const columns = Object.keys(row)
  const values = columns.map((column) => expressions[column] ?? escape(row[column]))
  const names = columns.map((column) => `\`${column}\``).join(', ')
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1)
    await database.rows(
      `INSERT INTO ${table} (${names}) SELECT ${values.join(', ')} FROM seq_${from}_to_${to}`,
    )
  }
}
