import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableIndexOptions,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = (): Column => word(26)
const integer = (): Column => ({ type: 'integer' })
const json = (): Column => ({ type: 'json' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]): TableIndexOptions => ({ name, columnNames })
const unique = (name: string, ...columnNames: string[]) => ({
  ...index(name, ...columnNames),
  isUnique: true,
})

const versioned = () =>
  new Table({
    name: 'routing_rule',
    columns: named({
      id: primary(id()),
      rule_id: id(),
      version: integer(),
      category_id: id(),
      area_id: nullable(id()),
      words: nullable(json()),
      months: nullable(json()),
      hours: nullable(json()),
      priority: integer(),
      valid_from: instant(),
      valid_until: nullable(instant()),
      department_id: nullable(id()),
      assisting_ids: json(),
      created_at: instant(),
      created_by_id: nullable(id()),
    }),
    indices: [
      unique('uq_routing_rule_version', 'rule_id', 'version'),
      index('ix_routing_rule_created', 'created_at', 'id'),
      index('ix_routing_rule_category', 'category_id', 'created_at', 'id'),
    ],
  })

/** As the first migration made it. */
const plain = () =>
  new Table({
    name: 'routing_rule',
    columns: named({
      id: primary(id()),
      category_id: id(),
      area_id: nullable(id()),
      department_id: id(),
    }),
    indices: [unique('uq_routing_rule', 'category_id', 'area_id')],
  })

const editions = () =>
  new Table({
    name: 'routing_edition',
    columns: named({ name: primary(word(12)), edition: integer() }),
  })

/** Before anything that has been routed. */
const EVER = '2020-01-01 00:00:00.000'

/** Routing rules get words, time, assisting departments, priority and versions; processes learn of a change. */
export class RoutingRules1795762000000 implements MigrationInterface {
  name = 'RoutingRules1795762000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(editions())
    await runner.query("INSERT INTO routing_edition (name, edition) VALUES ('rules', 0), ('model', 0)")
    await exchanged(runner, 'uq_routing_rule', versioned(), (before) => [
      'INSERT INTO routing_rule (id, rule_id, version, category_id, area_id, priority, valid_from, department_id,',
      'assisting_ids, created_at)',
      `SELECT id, id, 1, category_id, area_id, 0, '${EVER}', department_id, '[]', '${EVER}' FROM ${before}`,
    ])
  }

  /** What the older form cannot say is lost: of each category and area one rule stays. */
  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['ix_routing_rule_category', 'ix_routing_rule_created'])
      await runner.dropIndex('routing_rule', name)
    await exchanged(runner, 'uq_routing_rule_version', plain(), (before) => [
      'INSERT INTO routing_rule (id, category_id, area_id, department_id)',
      `SELECT MIN(id), category_id, area_id, MIN(department_id) FROM ${before}`,
      'WHERE department_id IS NOT NULL AND valid_until IS NULL AND words IS NULL GROUP BY category_id, area_id',
    ])
    await runner.dropTable(editions())
  }
}

/** Makes a table anew and fills it from the one that had its name. */
async function exchanged(
  runner: QueryRunner,
  indexName: string,
  table: Table,
  filled: (before: string) => string[],
): Promise<void> {
  const before = 'routing_rule_before'
  await runner.dropIndex('routing_rule', indexName)
  await runner.renameTable('routing_rule', before)
  await runner.createTable(table)
  await runner.query(filled(before).join(' '))
  await runner.dropTable(before)
}
