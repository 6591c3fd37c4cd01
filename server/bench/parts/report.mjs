/** The value below which so many percent of sorted values lie. */
export const percentile = (sorted, percent) =>
  sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2
}

/** Prints a table: words to the left, numbers to the right. */
export function print(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  const line = (row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')
  const [first, ...rest] = cells
  console.log(
    [line(first), widths.map((width) => '-'.repeat(width)).join('  '), ...rest.map(line), ''].join('\n'),
  )
}

/** Prints an aim, what was measured, and whether it was reached. An aim that is missed fails nothing. */
export const printAims = (aims) =>
  print(
    ['aim', 'limit', 'measured', ''],
    aims.map(({ what, limit, measured, isMet }) => [what, limit, measured, isMet ? 'reached' : 'MISSED']),
  )
