import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'

/**
 * Editions are no matter of routing alone: areas, departments, categories and names have one too. A department can
 * leave.
 */
export class DistrictEditions1795810000000 implements MigrationInterface {
  name = 'DistrictEditions1795810000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.renameTable('routing_edition', 'edition')
    await runner.query("INSERT INTO edition (name, edition) VALUES ('district', 0)")
    await runner.addColumn(
      'department',
      new TableColumn({ name: 'left_at', type: 'datetime', precision: 3, isNullable: true }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('department', 'left_at')
    await runner.query("DELETE FROM edition WHERE name = 'district'")
    await runner.renameTable('edition', 'routing_edition')
  }
}
