import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableIndex,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = (): Column => word(26)
const integer = (): Column => ({ type: 'integer' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })

const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })
const unique = (name: string, ...columnNames: string[]) => ({ name, columnNames, isUnique: true })

const outboxColumns = named({
  lane: { ...word(16), default: "'act'" },
  lease_owner: nullable(id()),
  last_error: nullable(word(200)),
}).map((column) => new TableColumn(column))
const hiddenAt = new TableColumn({ ...nullable(instant()), name: 'hidden_at' })
const oldIndex = new TableIndex(index('ix_outbox_state', 'state', 'available_at', 'id'))
const newIndex = new TableIndex(index('ix_outbox_due', 'state', 'lane', 'available_at', 'id'))

/** Messages to residents, WeChat's token and events, content safety, entries by code. */
export class Messages1795309200000 implements MigrationInterface {
  name = 'Messages1795309200000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
    await runner.addColumns('outbox', outboxColumns)
    await runner.dropIndex('outbox', oldIndex)
    await runner.createIndex('outbox', newIndex)
    await runner.addColumn('attachment', hiddenAt)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('attachment', hiddenAt)
    await runner.dropIndex('outbox', newIndex)
    await runner.createIndex('outbox', oldIndex)
    await runner.dropColumns('outbox', outboxColumns)
    for (const each of tables()) await runner.dropTable(each)
  }
}

function tables(): Table[] {
  return [
    new Table({
      name: 'notice',
      columns: named({
        id: primary(id()),
        person_id: id(),
        need_id: nullable(id()),
        words: word(200),
        at: instant(),
        read_at: nullable(instant()),
      }),
      indices: [
        index('ix_notice_person', 'person_id', 'at', 'id'),
        index('ix_notice_unread', 'person_id', 'read_at'),
      ],
    }),
    new Table({
      name: 'subscription',
      columns: named({ person_id: primary(id()), template_id: primary(word(64)), remaining: integer() }),
    }),
    new Table({
      name: 'wechat_token',
      columns: named({
        app_id: primary(word(64)),
        token: nullable(word(512)),
        expires_at: instant(),
        lease_owner: nullable(id()),
        lease_until: instant(),
      }),
    }),
    new Table({
      name: 'wechat_event',
      columns: named({ signature: primary(word(40)), at: instant() }),
      indices: [index('ix_wechat_event_at', 'at')],
    }),
    new Table({
      name: 'content_check',
      columns: named({
        id: primary(id()),
        need_id: id(),
        kind: word(8),
        subject_id: id(),
        state: word(8),
        trace_id: nullable(word(64)),
        suggest: nullable(word(8)),
        label: nullable(integer()),
        created_at: instant(),
        checked_at: nullable(instant()),
        decision: nullable(word(8)),
        decided_by_id: nullable(id()),
        decided_at: nullable(instant()),
      }),
      indices: [
        unique('uq_content_check_subject', 'subject_id'),
        index('ix_content_check_state', 'state', 'created_at', 'id'),
        index('ix_content_check_trace', 'trace_id'),
      ],
    }),
    new Table({
      name: 'entry',
      columns: named({
        scene: primary(word(32)),
        kind: word(12),
        area_id: nullable(id()),
        department_id: nullable(id()),
        words: word(60),
      }),
    }),
  ]
}
