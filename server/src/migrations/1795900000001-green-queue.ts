import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm'

const greenChannel = () => new TableColumn({ name: 'is_green_channel', type: 'boolean', default: 0 })
const triage = () =>
  new TableIndex({
    name: 'ix_need_triage',
    columnNames: ['state', 'urgency', 'submitted_at', 'id'],
  })

/** What is pressing stands first in the dispatcher's list; the green channel is seen there and in the queue of a department. */
export class GreenQueue1795900000001 implements MigrationInterface {
  name = 'GreenQueue1795900000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('need', triage())
    await runner.addColumn('work_order', greenChannel())
    await runner.query(
      'UPDATE work_order SET is_green_channel = 1 WHERE need_id IN (SELECT id FROM need WHERE is_green_channel = 1)',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('work_order', 'is_green_channel')
    await runner.dropIndex('need', triage())
  }
}
