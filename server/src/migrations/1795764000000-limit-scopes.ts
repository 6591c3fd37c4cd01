import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'

/** A row for each kind of limit, by whose version two who set limits at once find out about each other. */
export class LimitScopes1795764000000 implements MigrationInterface {
  name = 'LimitScopes1795764000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'limit_scope',
        columns: [
          { name: 'kind', type: 'varchar', length: '12', isPrimary: true },
          { name: 'version', type: 'integer' },
        ],
      }),
    )
    for (const each of ['dispatch', 'accept', 'contact', 'answer'])
      await runner.query('INSERT INTO limit_scope (kind, version) VALUES (?, 1)', [each])
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('limit_scope')
  }
}
