import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'

const columns = [
  new TableColumn({ name: 'traded_hash', type: 'varchar', length: '64', isNullable: true }),
  new TableColumn({ name: 'traded_at', type: 'datetime', precision: 3, isNullable: true }),
]

/** The refresh token before this one, so that a repetition of the last trade is told from a theft. */
export class Sessions1795740000000 implements MigrationInterface {
  name = 'Sessions1795740000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('session', columns)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('session', columns)
  }
}
