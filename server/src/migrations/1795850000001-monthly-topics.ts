import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const integer = (): Column => ({ type: 'integer' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })

const categoryMonth = () =>
  new Table({
    name: 'category_month',
    columns: named({
      month: primary(word(7)),
      category_id: primary(id()),
      needs: integer(),
      needs_before: integer(),
      rated: integer(),
      solved: integer(),
    }),
    indices: [index('ix_category_month_category', 'category_id', 'month')],
  })

const monthlyTopic = () =>
  new Table({
    name: 'monthly_topic',
    columns: named({
      id: primary(id()),
      month: word(7),
      category_id: id(),
      plan: word(2000),
      department_id: id(),
      owner: word(40),
      due_on: word(10),
      chosen_by_id: id(),
      chosen_at: instant(),
      result: nullable(word(2000)),
      finished_by_id: nullable(id()),
      finished_at: nullable(instant()),
    }),
    indices: [
      { ...index('uq_monthly_topic', 'month', 'category_id'), isUnique: true },
      index('ix_monthly_topic_chosen', 'chosen_at', 'id'),
    ],
  })

/** What was filed of each category in each month, and what the district has taken up of it. */
export class MonthlyTopics1795850000001 implements MigrationInterface {
  name = 'MonthlyTopics1795850000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(categoryMonth())
    await runner.createTable(monthlyTopic())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('monthly_topic')
    await runner.dropTable('category_month')
  }
}
