import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = word(26)
const instant: Column = { type: 'datetime', precision: 3 }
const nullable = (column: Column): Column => ({ ...column, isNullable: true })

const columns: Record<string, Column> = {
  id: { ...id, isPrimary: true },
  reason: word(12),
  cause: word(60),
  need_id: nullable(id),
  complaint_id: nullable(id),
  receipt_no: nullable(word(24)),
  title: word(60),
  department_id: nullable(id),
  street_id: nullable(id),
  state: word(12),
  available_at: instant,
  calls: { type: 'json' },
  claimed_by_id: nullable(id),
  claimed_until: nullable(instant),
  level: nullable({ type: 'integer' }),
  is_solved: nullable({ type: 'boolean' }),
  is_accepted: nullable({ type: 'boolean' }),
  words: nullable(word(500)),
  created_at: instant,
}

/** Who is to be called about a rating, about none, or about the answer to a complaint. WORKFLOW §3, §4 */
export class CallBacks1795840000000 implements MigrationInterface {
  name = 'CallBacks1795840000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'call_back',
        columns: Object.entries(columns).map(([name, options]) => ({ ...options, name })),
        indices: [
          { name: 'ix_call_back_queue', columnNames: ['state', 'available_at', 'id'] },
          { name: 'ix_call_back_need', columnNames: ['need_id', 'state'] },
          { name: 'ix_call_back_complaint', columnNames: ['complaint_id', 'state'] },
          { name: 'uq_call_back_cause', columnNames: ['cause'], isUnique: true },
        ],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('call_back')
  }
}
