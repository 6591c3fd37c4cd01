import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm'

const id = { type: 'varchar', length: '26' }
const instant = { type: 'datetime', precision: 3 }

const followUps = () =>
  new Table({
    name: 'follow_up',
    columns: [
      { name: 'id', ...id, isPrimary: true },
      { name: 'need_id', ...id },
      { name: 'round', type: 'integer' },
      { name: 'department_id', ...id, isNullable: true },
      { name: 'asked_at', ...instant },
      { name: 'holds', type: 'boolean', isNullable: true },
      { name: 'answered_at', ...instant, isNullable: true },
    ],
    indices: [{ name: 'uq_follow_up_round', columnNames: ['need_id', 'round'], isUnique: true }],
  })

const columns = (): readonly [table: string, column: TableColumn][] => [
  ['category', new TableColumn({ name: 'is_followed_up', type: 'boolean', isNullable: false, default: 0 })],
  ['rating', new TableColumn({ name: 'source', type: 'varchar', length: '10', default: "'tap'" })],
  ['rating', new TableColumn({ name: 'aspects', type: 'json', isNullable: true })],
]

/** From where a rating came, what it judges besides the whole, and the question four weeks later. */
export class Ratings1795766000000 implements MigrationInterface {
  name = 'Ratings1795766000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns()) await runner.addColumn(table, column)
    await runner.createTable(followUps())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('follow_up')
    for (const [table, column] of columns()) await runner.dropColumn(table, column.name)
  }
}
