import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

const received = () =>
  new TableIndex({ name: 'ix_task_report_received', columnNames: ['task_id', 'received_at', 'id'] })

/** Whoever asked for something reads what came back, the newest first. */
export class TaskReportsListed1795900000002 implements MigrationInterface {
  name = 'TaskReportsListed1795900000002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('task_report', received())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('task_report', received())
  }
}
