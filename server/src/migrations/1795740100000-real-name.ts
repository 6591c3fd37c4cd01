import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm'

/** Made anew each time: TypeORM marks the column as unique once it has an index of its own. */
const column = () =>
  new TableColumn({ name: 'identity_index', type: 'varchar', length: '64', isNullable: true })
const index = new TableIndex({
  name: 'uq_resident_identity',
  columnNames: ['identity_index'],
  isUnique: true,
})

/** One resident for one identity: whoever has proved it. */
export class RealName1795740100000 implements MigrationInterface {
  name = 'RealName1795740100000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('resident', column())
    await runner.createIndex('resident', index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('resident', index)
    // By hand: TypeORM would drop the index of a unique column a second time.
    await runner.query('ALTER TABLE resident DROP COLUMN identity_index')
  }
}
