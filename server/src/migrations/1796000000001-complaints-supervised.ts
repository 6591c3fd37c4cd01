import { type MigrationInterface, type QueryRunner, TableCheck, TableColumn, TableIndex } from 'typeorm'

const table = 'supervision_order'
const word = (name: string, length: number, isNullable: boolean) =>
  new TableColumn({ name, type: 'varchar', length: String(length), isNullable })
/** What a complaint about a project or the service has not. */
const loosened = [
  ['need_id', 26],
  ['receipt_no', 24],
  ['community_id', 26],
  ['street_id', 26],
] as const
const added = ['complaint_id', 'accused_department_id']
const index = new TableIndex({ name: 'ix_supervision_order_complaint', columnNames: ['complaint_id'] })
const subject = new TableCheck({
  name: 'ck_supervision_order_subject',
  expression: '(need_id IS NULL) <> (complaint_id IS NULL)',
})

/** A supervision order is about a need or about a complaint. docs/adr/0155 */
export class ComplaintsSupervised1796000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await nullable(runner, true)
    await runner.addColumns(
      table,
      added.map((name) => word(name, 26, true)),
    )
    await runner.createIndex(table, index)
    // TypeORM knows no checks of MySQL, which has them since 8.0.16, and MariaDB since 10.2.
    if (isSqlite(runner)) await runner.createCheckConstraint(table, subject)
    else
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${subject.name ?? ''} CHECK (${subject.expression ?? ''})`,
      )
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isSqlite(runner)) await runner.dropCheckConstraint(table, subject)
    else await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${subject.name ?? ''}`)
    await runner.query(`DELETE FROM ${table} WHERE need_id IS NULL`)
    await runner.dropIndex(table, index)
    await runner.dropColumns(table, added)
    await nullable(runner, false)
  }
}

const isSqlite = ({ dataSource }: QueryRunner): boolean => dataSource.options.type === 'better-sqlite3'

const nullable = (runner: QueryRunner, isNullable: boolean) =>
  runner.changeColumns(
    table,
    loosened.map(([name, length]) => ({
      oldColumn: word(name, length, !isNullable),
      newColumn: word(name, length, isNullable),
    })),
  )
