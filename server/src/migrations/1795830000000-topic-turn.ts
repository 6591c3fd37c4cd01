import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'

/** One of many servers makes the topics. */
export class TopicTurn1795830000000 implements MigrationInterface {
  name = 'TopicTurn1795830000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'topic_turn',
        columns: [
          { name: 'name', type: 'varchar', length: '16', isPrimary: true },
          { name: 'next_at', type: 'datetime', precision: 3 },
        ],
      }),
    )
    await runner.query("INSERT INTO topic_turn (name, next_at) VALUES ('topics', '2000-01-01 00:00:00.000')")
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('topic_turn')
  }
}
