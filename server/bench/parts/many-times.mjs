/**
 * Copies what `fillWith` has made so many times, set by set, with the sums that the product has counted of it: counting
 * a million needs one by one takes ten minutes, and a dashboard reads sums alone. Of the copies there are no items,
 * which nothing but the lists behind a number reads.
 * @param {{ rows(sql: string, values?: unknown[]): Promise<Record<string, any>[]> }} database
 * @param {number} times how often each need is there in the end
 */
export async function manyTimes(database, times) {
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 2')
  for (let copy = 1; copy < times; copy += 1)
    for (const [table, renamed] of Object.entries(tables)) await copyOf(database, table, renamed, copy)
  const counted = (await columnsOf(database, 'score_sum')).filter((name) => !keys.includes(name))
  await database.rows(
    `UPDATE score_sum SET ${counted.map((name) => `${name} = ${name} * ${times}`).join(', ')}`,
  )
  await database.rows('ANALYZE TABLE need, work_order, rating')
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 1')
}

const keys = ['scope', 'dimension', 'half_day', 'group_id']

/** What must be another in each copy: three letters of the kind, then six digits that tell the copy. */
const asId = (name) => (copy) => `CONCAT(LEFT(${name}, 3), LPAD(${copy}, 6, '0'), SUBSTR(${name}, 10))`
const receipt = (copy) => `CONCAT('MC', LPAD(${copy}, 8, '0'), SUBSTR(receipt_no, 11))`
const tables = {
  need: { id: asId('id'), receipt_no: receipt },
  work_order: { id: asId('id'), need_id: asId('need_id'), receipt_no: receipt },
  rating: { id: asId('id'), need_id: asId('need_id') },
}

async function copyOf(database, table, renamed, copy) {
  const columns = await columnsOf(database, table)
  const values = columns.map((name) => renamed[name]?.(copy) ?? `\`${name}\``)
  const names = columns.map((name) => `\`${name}\``).join(', ')
  await database.rows(
    `INSERT INTO ${table} (${names}) SELECT ${values.join(', ')} FROM ${table} WHERE id LIKE '${first[table]}000000%'`,
  )
}

/** How the ids of `fillWith` and of its ratings begin. */
const first = { need: '01N', work_order: '01P', rating: '01Q' }

const columnsOf = async (database, table) =>
  (await database.rows(`SHOW COLUMNS FROM ${table}`)).map(({ Field }) => Field)
