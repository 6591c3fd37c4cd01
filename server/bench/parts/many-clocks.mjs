import { chance, multiply } from './many-needs.mjs'

const HOUR = 3_600

/** So many open clocks of 250,000 needs, most with days to go, none of them due within the next day. */
export async function fillWithClocks(database, count) {
  const at = `DATE_ADD(UTC_TIMESTAMP(3), INTERVAL ${24 * HOUR} + FLOOR(${14 * 24 * HOUR} * ${chance('due')}) SECOND)`
  const row = {
    id: '',
    need_id: '',
    work_order_id: '',
    department_id: 'D'.repeat(26),
    street_id: 'S'.repeat(26),
    kind: 'answer',
    limit_amount: 5,
    limit_unit: 'workdays',
    start_at: '',
    due_at: '',
    is_provisional: 0,
    stage: 'yellow',
    next_at: '',
  }
  // Only the filling need not be durable.
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 2')
  await multiply(database, 'clock', row, count, {
    id: "CONCAT('01J0000000', LPAD(seq, 16, '0'))",
    need_id: "CONCAT('01H0000000', LPAD(FLOOR(seq / 4), 16, '0'))",
    work_order_id: "CONCAT('01G0000000', LPAD(FLOOR(seq / 4), 16, '0'))",
    start_at: 'UTC_TIMESTAMP(3)',
    due_at: `DATE_ADD(${at}, INTERVAL 33 HOUR)`,
    next_at: at,
  })
  await database.rows('ANALYZE TABLE clock')
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 1')
}

/** Has so many of the clocks turn red now, as at the close of a day. */
export async function makeDue(database, count) {
  await database.rows(
    `UPDATE clock SET stage = 'red', due_at = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE, next_at = due_at
     WHERE stage = 'yellow' AND next_at > UTC_TIMESTAMP(3) ORDER BY next_at LIMIT ${count}`,
  )
}
