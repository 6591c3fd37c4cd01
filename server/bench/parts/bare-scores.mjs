/** The same figures from scratch: what a dashboard without sums asks of the tables, each by its covering index. */
const ratings = (group) => `
  SELECT ${group} AS id, COUNT(*) AS rated, SUM(is_solved) AS solved, SUM(is_contacted) AS contacted,
         SUM(level >= 4) AS satisfied, SUM(level = 3) AS fairly
  FROM rating WHERE rated_at >= ? AND rated_at < ? GROUP BY ${group}`
const orders = (group) => `
  SELECT ${group} AS id, SUM(answered_at IS NOT NULL) AS answered, SUM(answered_at <= due_at) AS in_time,
         SUM(answered_at IS NULL AND due_at < UTC_TIMESTAMP(3)) AS overdue
  FROM work_order WHERE due_at >= ? AND due_at < ? AND state NOT IN ('returned', 'cancelled') GROUP BY ${group}`
const needs = (group) => `
  SELECT ${group} AS id, COUNT(*) AS filed FROM need WHERE submitted_at >= ? AND submitted_at < ? GROUP BY ${group}`

/** @returns {Promise<Map<string, Record<string, number>>>} by the id of the group */
export async function scoresFromScratch(database, group, period) {
  const found = new Map()
  for (const sql of [ratings(group), orders(group), needs(group)])
    for (const { id, ...figures } of await database.rows(sql, period)) {
      const numbers = Object.entries(figures).map(([name, value]) => [name, Number(value)])
      found.set(id, { ...found.get(id), ...Object.fromEntries(numbers) })
    }
  return found
}
