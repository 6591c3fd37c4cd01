import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Nobody judged the last answer of a need that lapsed: it kept what was added to the rating of the round before. */
export class LapsedUnjudged1796000000014 implements MigrationInterface {
  name = 'LapsedUnjudged1796000000014'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE need SET is_solved = NULL WHERE state = 'closed' AND is_solved = 0
      AND EXISTS (
        SELECT 1 FROM need_event e WHERE e.need_id = need.id AND e.act = 'lapse' AND e.round = need.round
      )
      AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.need_id = need.id AND r.round = need.round)`)
  }

  /** What was wrong is not made again. */
  down(): Promise<void> {
    return Promise.resolve()
  }
}
