import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const integer = (): Column => ({ type: 'integer' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const degrees = (): Column => ({ type: 'decimal', precision: 9, scale: 6, isNullable: true })
const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })

const lookalike = () =>
  new Table({
    name: 'lookalike',
    columns: named({
      id: { ...id(), isPrimary: true },
      need_id: id(),
      field_id: id(),
      category_id: id(),
      community_id: id(),
      cell: id(),
      wgs_latitude: degrees(),
      wgs_longitude: degrees(),
      at: instant(),
    }),
    indices: [
      { ...index('uq_lookalike_need', 'need_id'), isUnique: true },
      index('ix_lookalike_cell', 'field_id', 'cell', 'at'),
      index('ix_lookalike_community', 'field_id', 'community_id', 'at'),
      index('ix_lookalike_at', 'at'),
    ],
  })

const topic = () =>
  new Table({
    name: 'topic',
    columns: named({
      id: { ...id(), isPrimary: true },
      made_at: instant(),
      title: { type: 'varchar', length: '80' },
      category_id: { ...id(), isNullable: true },
      community_id: id(),
      persons: integer(),
      needs: integer(),
      persons_before: integer(),
      first_at: instant(),
      last_at: instant(),
    }),
    indices: [index('ix_topic_made', 'made_at', 'id')],
  })

const topicNeed = () =>
  new Table({
    name: 'topic_need',
    columns: named({
      need_id: { ...id(), isPrimary: true },
      topic_id: id(),
      at: instant(),
    }),
    indices: [index('ix_topic_need_topic', 'topic_id', 'at', 'need_id')],
  })

const metres = () => new TableColumn({ name: 'lookalike_metres', type: 'integer', isNullable: true })

/** What neighbours are shown while filing, and what many have written about of late. */
export class Lookalikes1795763000000 implements MigrationInterface {
  name = 'Lookalikes1795763000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(lookalike())
    await runner.createTable(topic())
    await runner.createTable(topicNeed())
    await runner.addColumn('category', metres())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('category', 'lookalike_metres')
    await runner.dropTable('topic_need')
    await runner.dropTable('topic')
    await runner.dropTable('lookalike')
  }
}
