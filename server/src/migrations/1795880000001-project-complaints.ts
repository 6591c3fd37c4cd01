import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'

const text = (name: string, length: number) =>
  new TableColumn({ name, type: 'varchar', length: String(length), isNullable: true })

/** A complaint can be about a project. */
export class ProjectComplaints1795880000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('complaint', [text('project_id', 26), text('project_title', 60)])
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('complaint', ['project_id', 'project_title'])
  }
}
