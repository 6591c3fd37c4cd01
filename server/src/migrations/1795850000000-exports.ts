import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  TableIndex,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const integer = (): Column => ({ type: 'integer' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })

const exportJob = () =>
  new Table({
    name: 'export_job',
    columns: named({
      id: { ...id(), isPrimary: true },
      owner_id: id(),
      open_for: nullable(id()),
      format: word(4),
      state: word(10),
      period_from: instant(),
      period_until: instant(),
      scope_kind: word(10),
      scope_id: id(),
      scope_name: word(60),
      cut_reason: nullable(word(200)),
      purpose: word(200),
      rows_total: nullable(integer()),
      rows_written: integer(),
      bytes: nullable({ type: 'bigint' }),
      failure: nullable(word(200)),
      attempts: integer(),
      downloads: integer(),
      downloaded_at: nullable(instant()),
      created_at: instant(),
      finished_at: nullable(instant()),
      next_at: nullable(instant()),
      lease_owner: nullable(id()),
    }),
    indices: [
      index('ix_export_job_owner', 'owner_id', 'created_at', 'id'),
      index('ix_export_job_next', 'next_at', 'id'),
      { ...index('uq_export_job_open', 'open_for'), isUnique: true },
    ],
  })

const submitted = (...columnNames: string[]) =>
  new TableIndex({ name: 'ix_need_submitted', columnNames: ['submitted_at', ...columnNames] })
const before = submitted('department_id', 'field_id', 'street_id')
const after = submitted('id', 'department_id', 'field_id', 'street_id')

/** Exports; and what was filed in a time is read in the order of time and id, by key. */
export class Exports1795850000000 implements MigrationInterface {
  name = 'Exports1795850000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(exportJob())
    await runner.dropIndex('need', before)
    await runner.createIndex('need', after)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('need', after)
    await runner.createIndex('need', before)
    await runner.dropTable('export_job')
  }
}
