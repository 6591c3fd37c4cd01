import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'

const localId = () => new TableColumn({ name: 'local_id', type: 'varchar', length: '36', isNullable: true })

/** Somebody who was entered without signal is found by what the phone calls them. docs/adr/0159 */
export class ResidentLocalIds1796000000011 implements MigrationInterface {
  name = 'ResidentLocalIds1796000000011'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('household_resident', localId())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('household_resident', localId())
  }
}
