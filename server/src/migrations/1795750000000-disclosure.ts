import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  TableIndex,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const integer = (): Column => ({ type: 'integer' })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })

const disclosure = () =>
  new Table({
    name: 'disclosure',
    columns: named({
      id: { ...id(), isPrimary: true },
      need_id: id(),
      community_id: id(),
      street_id: id(),
      category_id: id(),
      department_id: id(),
      closed_at: { type: 'datetime', precision: 3 },
      days_taken: integer(),
      level: integer(),
      text: { type: 'text' },
      photo_ids: { type: 'json' },
    }),
    indices: [
      { ...index('uq_disclosure_need', 'need_id'), isUnique: true },
      index('ix_disclosure_closed', 'closed_at', 'id'),
      index('ix_disclosure_street', 'street_id', 'closed_at', 'id'),
      index('ix_disclosure_community', 'community_id', 'closed_at', 'id'),
    ],
  })
const checksOfNeed = new TableIndex(index('ix_content_check_need', 'need_id', 'state'))

/** What the public sees of solved needs, and which needs content safety has doubts about. */
export class Disclosure1795750000000 implements MigrationInterface {
  name = 'Disclosure1795750000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(disclosure())
    await runner.createIndex('content_check', checksOfNeed)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('content_check', checksOfNeed)
    await runner.dropTable(disclosure())
  }
}
