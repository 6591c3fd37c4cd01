import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'

const column = () =>
  new TableColumn({ name: 'community_id', type: 'varchar', length: '26', isNullable: true })

/** Figures are counted by community too: from the next act on, and of all that was by `pnpm scores:rebuild`. */
export class ScoreCommunities1795880000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('score_item', column())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM score_sum WHERE dimension = 'community'")
    await runner.query("DELETE FROM score_snapshot WHERE dimension = 'community'")
    await runner.dropColumn('score_item', 'community_id')
  }
}
