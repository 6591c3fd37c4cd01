import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const integer = (): Column => ({ type: 'integer' })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const index = (name: string, ...columnNames: string[]) => ({
  name: `ix_score_correction_${name}`,
  columnNames,
})
const columns: Record<string, Column> = {
  id: { ...id(), isPrimary: true },
  need_id: id(),
  work_order_id: nullable(id()),
  kind: word(10),
  at: { type: 'datetime', precision: 3 },
  department_id: id(),
  field_id: id(),
  street_id: id(),
  community_id: nullable(id()),
  source: word(10),
  marks: integer(),
  correction: word(5),
  changed_marks: integer(),
}

/** The list behind a frozen number: by what it differs from that of today. docs/adr/0156 */
export class ScoreCorrections1796000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'score_correction',
        columns: Object.entries(columns).map(([name, options]) => ({ ...options, name })),
        indices: [
          index('need', 'need_id'),
          index('kind', 'correction', 'kind', 'at', 'id'),
          index('department', 'department_id', 'correction', 'kind', 'at', 'id'),
          index('street', 'street_id', 'correction', 'kind', 'at', 'id'),
        ],
      }),
    )
    // What was changed in months that are frozen already was not kept.
    await runner.addColumn('score_month', new TableColumn({ name: 'is_listed', type: 'boolean', default: 0 }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('score_month', 'is_listed')
    await runner.dropTable('score_correction')
  }
}
