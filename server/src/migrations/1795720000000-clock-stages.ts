import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm'

const nullable = (name: string, type: string, size: { length?: string; precision?: number } = {}) =>
  new TableColumn({ name, type, ...size, isNullable: true })

const columns = [
  nullable('department_id', 'varchar', { length: '26' }),
  nullable('street_id', 'varchar', { length: '26' }),
  nullable('first_due_at', 'datetime', { precision: 3 }),
  nullable('pauses', 'json'),
  nullable('stage', 'varchar', { length: '10' }),
  nullable('next_at', 'datetime', { precision: 3 }),
  nullable('breached_at', 'datetime', { precision: 3 }),
  nullable('lease_owner', 'varchar', { length: '26' }),
]
const kind = (length: number) => new TableColumn({ name: 'kind', type: 'varchar', length: String(length) })
const index = (name: string, columnNames: string[]) => new TableIndex({ name, columnNames })
const oldIndex = index('ix_clock_due', ['stopped_at', 'due_at', 'id'])
const newIndices = [
  index('ix_clock_next', ['next_at', 'id']),
  index('ix_clock_provisional', ['is_provisional', 'id']),
]

/** A clock knows what happens next, and when. */
export class ClockStages1795720000000 implements MigrationInterface {
  name = 'ClockStages1795720000000'

  async up(runner: QueryRunner): Promise<void> {
    await resizeKind(runner, 12, 20)
    await runner.addColumns('clock', columns)
    await runner.query(
      `UPDATE clock SET stage = CASE WHEN kind = 'rating' THEN 'lapse' ELSE 'red' END, next_at = due_at
       WHERE stopped_at IS NULL`,
    )
    await runner.query('UPDATE clock SET breached_at = due_at WHERE stopped_at > due_at')
    await runner.dropIndex('clock', oldIndex)
    await runner.createIndices('clock', newIndices)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndices('clock', newIndices)
    await runner.createIndex('clock', oldIndex)
    await runner.dropColumns('clock', columns)
    await resizeKind(runner, 20, 12)
  }
}

/** On MySQL and MariaDB TypeORM would drop the column and add an empty one, and take it out of its index. */
async function resizeKind(runner: QueryRunner, from: number, to: number): Promise<void> {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3'
  if (isSqlite) await runner.changeColumn('clock', kind(from), kind(to))
  else await runner.query(`ALTER TABLE clock MODIFY kind varchar(${to}) NOT NULL`)
}
