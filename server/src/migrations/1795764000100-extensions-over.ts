import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Requests for more time whose order was cancelled were left behind. */
export class ExtensionsOver1795764000100 implements MigrationInterface {
  name = 'ExtensionsOver1795764000100'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM extension_request WHERE id IN
        (SELECT id FROM work_order WHERE state NOT IN ('pending', 'working', 'returning', 'reviewing'))`,
    )
  }

  async down(): Promise<void> {
    // What is over stays so.
  }
}
