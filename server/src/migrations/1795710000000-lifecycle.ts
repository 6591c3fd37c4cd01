import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'

const id = { type: 'varchar', length: '26' }

/** Needs that follow another one, and requests for more time that wait for a supervisor. */
export class Lifecycle1795710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tables().reverse()) await runner.dropTable(each)
  }
}

const tables = (): Table[] => [
  new Table({
    name: 'merged_need',
    columns: [
      { name: 'need_id', ...id, isPrimary: true },
      { name: 'master_id', ...id },
      { name: 'submitted_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_merged_need_master', columnNames: ['master_id', 'submitted_at', 'need_id'] }],
  }),
  new Table({
    name: 'extension_request',
    columns: [
      { name: 'id', ...id, isPrimary: true },
      { name: 'asked_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_extension_request_asked', columnNames: ['asked_at', 'id'] }],
  }),
]
