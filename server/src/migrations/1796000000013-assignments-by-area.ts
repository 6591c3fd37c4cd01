import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

const byArea = () =>
  new TableIndex({ name: 'ix_grid_assignment_area', columnNames: ['area_id', 'assigned_at', 'id'] })

/** A town reads its own tasks, and not those of all others on the way. */
export class AssignmentsByArea1796000000013 implements MigrationInterface {
  name = 'AssignmentsByArea1796000000013'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('grid_assignment', byArea())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('grid_assignment', byArea())
  }
}
