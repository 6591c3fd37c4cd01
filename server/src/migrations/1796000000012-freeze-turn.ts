import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'

/** Who freezes a month has a turn among those who count. docs/adr/0153 */
export class FreezeTurn1796000000012 implements MigrationInterface {
  name = 'FreezeTurn1796000000012'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'freeze_turn',
        columns: [{ name: 'name', type: 'varchar', length: '16', isPrimary: true }],
      }),
    )
    await runner.query("INSERT INTO freeze_turn (name) VALUES ('month')")
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('freeze_turn')
  }
}
