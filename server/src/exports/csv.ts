/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const quoted = /[",\r\n]/

const field = (cell: string): string => (quoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const line = (cells: readonly string[]): string => `${cells.map(field).join(',')}\r\n`

/** Rows as CSV (RFC 4180), page by page: never more than a page is in memory. */
export async function* csvText(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + line(head)
  for await (const page of pages) yield page.map(line).join('')
}
