import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const columns =
  'n.receipt_no, n.urgency, n.filed_by_id, n.category_id, n.title, n.text, n.state, n.street_id, n.community_id, ' +
  'n.department_id, n.submitted_at, n.due_at, n.answered_at, n.closed_at, n.result, n.round, r.is_contacted, ' +
  'r.is_solved, r.level'
const page = 2_000

/** The same needs as CSV, as `mysql2` gives them: no names, nothing covered, no progress. */
export async function exportBare(database, file) {
  const began = performance.now()
  let rows = 0
  async function* lines() {
    for (let last = { submitted_at: '2000-01-01', id: '' }; last;) {
      const found = await database.rows(
        `SELECT n.id, ${columns} FROM need n LEFT JOIN rating r ON r.need_id = n.id AND r.round = n.round
         WHERE n.submitted_at >= ? AND (n.submitted_at > ? OR n.id > ?) ORDER BY n.submitted_at, n.id LIMIT ${page}`,
        [last.submitted_at, last.submitted_at, last.id],
      )
      rows += found.length
      last = found.length === page ? found.at(-1) : undefined
      yield found.map((row) => `${Object.values(row).join(',')}\r\n`).join('')
    }
  }
  await pipeline(Readable.from(lines(), { objectMode: false }), createWriteStream(file))
  await rm(file)
  return { rows, seconds: (performance.now() - began) / 1000 }
}
