import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = (): Column => word(26)
const integer = (): Column => ({ type: 'integer' })
const text = (): Column => ({ type: 'text' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })

const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })

/** Complaints and their chains of events. */
export class Complaints1795750100000 implements MigrationInterface {
  name = 'Complaints1795750100000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.dropTable(each)
  }
}

function tables(): Table[] {
  return [
    new Table({
      name: 'complaint',
      columns: named({
        id: primary(id()),
        need_id: id(),
        receipt_no: word(24),
        round: integer(),
        resident_id: id(),
        department_id: nullable(id()),
        state: word(16),
        words: nullable(text()),
        filed_at: instant(),
        response_due_at: instant(),
        responded_at: nullable(instant()),
        responder_id: nullable(id()),
        response_way: nullable(word(12)),
        response_note: nullable(text()),
        version: integer(),
        event_count: integer(),
        last_event_hash: word(64),
      }),
      indices: [
        index('ix_complaint_queue', 'state', 'response_due_at', 'id'),
        index('ix_complaint_need', 'need_id', 'filed_at'),
        index('ix_complaint_resident', 'resident_id', 'filed_at'),
      ],
    }),
    new Table({
      name: 'complaint_event',
      columns: named({
        id: primary(id()),
        complaint_id: id(),
        sequence: integer(),
        act: word(20),
        actor_kind: word(8),
        actor_id: id(),
        at: instant(),
        data: { type: 'json' },
        previous_hash: word(64),
        hash: word(64),
      }),
      indices: [{ ...index('uq_complaint_event_sequence', 'complaint_id', 'sequence'), isUnique: true }],
    }),
  ]
}
