import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

const indices = [
  new TableIndex({
    name: 'ix_routing_rule_department',
    columnNames: ['department_id', 'created_at', 'id'],
  }),
  new TableIndex({ name: 'ix_routing_rule_area', columnNames: ['area_id', 'created_at', 'id'] }),
]

/** Rules are listed by department and by area as they are by category. */
export class RoutingRulesListed1795830000001 implements MigrationInterface {
  name = 'RoutingRulesListed1795830000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndices('routing_rule', indices)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndices('routing_rule', indices)
  }
}
