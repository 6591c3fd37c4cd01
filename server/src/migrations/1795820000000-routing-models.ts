import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = (): Column => word(26)
const json = (): Column => ({ type: 'json' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))

/** Models that are trained on a city's own texts. */
export class RoutingModels1795820000000 implements MigrationInterface {
  name = 'RoutingModels1795820000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(models())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(models())
  }
}

const models = () =>
  new Table({
    name: 'routing_model',
    columns: named({
      version: { type: 'integer', isPrimary: true },
      state: word(12),
      bytes: json(),
      figures: json(),
      source: word(100),
      made_at: instant(),
      made_by_id: id(),
      decided_at: nullable(instant()),
      decided_by_id: nullable(id()),
    }),
    indices: [{ name: 'ix_routing_model_state', columnNames: ['state', 'decided_at'] }],
  })
