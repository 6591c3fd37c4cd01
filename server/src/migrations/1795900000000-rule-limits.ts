import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'

const workdays = (name: string) => new TableColumn({ name, type: 'integer', isNullable: true })

/** A routing rule may say by when an answer is due, and the need remembers it for what follows. */
export class RuleLimits1795900000000 implements MigrationInterface {
  name = 'RuleLimits1795900000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('routing_rule', workdays('answer_workdays'))
    await runner.addColumn('need', workdays('rule_workdays'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('need', 'rule_workdays')
    await runner.dropColumn('routing_rule', 'answer_workdays')
  }
}
