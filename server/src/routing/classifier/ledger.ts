import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** One matter of a city's ledger. */
export interface LedgerRow {
  id: string
  label: string
  subject: string
  detail: string
}

/** Rows of a file with the columns id, label (or category), subject and detail: tab-separated without quotes, or CSV. */
export async function readLedger(file: string): Promise<LedgerRow[]> {
  const content = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  const [head = [], ...rows] = file.endsWith('.csv') ? csvRows(content) : tabRows(content)
  const placeOf = (...names: string[]) => head.findIndex((name) => names.includes(name.trim()))
  const places = { id: placeOf('id'), label: placeOf('label', 'category'), subject: placeOf('subject') }
  for (const [name, place] of Object.entries(places))
    if (place < 0) throw new Error(`${file} has no column ${name}.`)
  const detail = placeOf('detail')
  return rows.map((row) => ({
    id: row[places.id] ?? '',
    label: row[places.label]?.trim() ?? '',
    subject: row[places.subject] ?? '',
    detail: detail < 0 ? '' : (row[detail] ?? ''),
  }))
}

/** What a person would have written: the subject, and below it the rest. */
export const textOf = ({ subject, detail }: Pick<LedgerRow, 'subject' | 'detail'>): string =>
  detail === '' ? subject : `${subject}\n${detail}`

const tabRows = (content: string): string[][] =>
  content
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

/** RFC 4180: a quoted value may hold commas, line ends and doubled quotes. */
function csvRows(content: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end = ''] of content.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    if (row.some((value) => value !== '')) rows.push(row)
    row = []
  }
  return rows
}

interface LabelEntry {
  label: string
  /** Codes of fields and of single categories; the category counts before its field. */
  covers: string[]
}

/** Which label of another scheme each category of ours stands under: `server/routing-model/labels.json`. */
export async function labelTable(): Promise<{
  labels: string[]
  labelOf: (code: string) => string | undefined
}> {
  const file = resolve(import.meta.dirname, '../../../routing-model/labels.json')
  const entries = JSON.parse(await readFile(file, 'utf8')) as LabelEntry[]
  const labels = new Map(entries.flatMap(({ label, covers }) => covers.map((code) => [code, label] as const)))
  return {
    labels: entries.map(({ label }) => label),
    labelOf: (code) => labels.get(code) ?? labels.get(code.split('.')[0] ?? ''),
  }
}
