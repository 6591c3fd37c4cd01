import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = (): Column => word(26)
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const json = (): Column => ({ type: 'json' })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))

/** The calendar, the working hours and the limits are data of a city. */
export class Timetable1795720100000 implements MigrationInterface {
  name = 'Timetable1795720100000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.dropTable(each)
  }
}

function tables(): Table[] {
  return [
    new Table({
      name: 'work_calendar',
      columns: named({
        year: primary({ type: 'integer' }),
        holidays: json(),
        make_up_workdays: json(),
        source: word(80),
        loaded_at: instant(),
        loaded_by_id: nullable(id()),
      }),
    }),
    new Table({ name: 'area_hours', columns: named({ area_id: primary(id()), hours: json() }) }),
    new Table({
      name: 'clock_limit',
      columns: named({
        id: primary(id()),
        kind: word(12),
        urgency: nullable(word(12)),
        category_id: nullable(id()),
        area_id: nullable(id()),
        limit_amount: { type: 'decimal', precision: 8, scale: 2 },
        limit_unit: word(12),
        valid_from: word(10),
        valid_until: nullable(word(10)),
        created_at: instant(),
        created_by_id: id(),
      }),
      indices: [{ name: 'ix_clock_limit_created', columnNames: ['created_at', 'id'] }],
    }),
  ]
}
