/** Rows of mostly zeros, one after another: row `i` is `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  count: number
  starts: Int32Array
  columns: Int32Array
  values: Float64Array
}

export function sparseRows(
  rows: readonly (readonly (readonly [column: number, value: number])[])[],
): SparseRows {
  const size = rows.reduce((sum, row) => sum + row.length, 0)
  const starts = new Int32Array(rows.length + 1)
  const columns = new Int32Array(size)
  const values = new Float64Array(size)
  let at = 0
  for (const [place, row] of rows.entries()) {
    for (const [column, value] of row) {
      columns[at] = column
      values[at] = value
      at++
    }
    starts[place + 1] = at
  }
  return { count: rows.length, starts, columns, values }
}

/** Row times a vector that has one more number than there are columns: the last is added. */
export function dot(rows: SparseRows, place: number, vector: Float64Array): number {
  const { starts, columns, values } = rows
  let sum = vector[vector.length - 1] ?? 0
  for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at++)
    sum += (vector[columns[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return sum
}
