import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableIndex,
} from 'typeorm'

type Options = Omit<TableColumnOptions, 'name'>

const word = (length: number): Options => ({ type: 'varchar', length: String(length) })
const id = word(26)
const instant: Options = { type: 'datetime', precision: 3 }
const optional = (options: Options): Options => ({ ...options, isNullable: true })
const named = (columns: Record<string, Options>) =>
  Object.entries(columns).map(([name, options]) => new TableColumn({ ...options, name }))

/** What a complaint about the service as such has not, and what no person has done. */
const loosened: readonly [table: string, name: string, options: Options][] = [
  ['complaint', 'need_id', id],
  ['complaint', 'receipt_no', word(24)],
  ['complaint_event', 'actor_id', id],
]

/** By when the next step has to be there, and the answer. */
const dues = ['due_at', 'answer_due_at'] as const

const added = () =>
  named({
    about: { ...word(8), default: "'need'" },
    open_key: optional(word(40)),
    category_id: optional(id),
    street_id: optional(id),
    attachment_ids: optional({ type: 'json' }),
    is_complex: { type: 'boolean', default: 0 },
    is_extended: { type: 'boolean', default: 0 },
    answered_at: optional(instant),
    answerer_ids: optional({ type: 'json' }),
    finding: optional(word(12)),
    measure: optional({ type: 'text' }),
    measure_until: optional(word(10)),
    rechecks: { type: 'integer', default: 0 },
    escalated_at: optional(instant),
    escalation_cause: optional(word(12)),
    void_signer_id: optional(id),
    void_reason: optional(word(500)),
    ended_at: optional(instant),
  })

const indices = [
  new TableIndex({ name: 'ix_complaint_queue', columnNames: ['state', 'due_at', 'id'] }),
  new TableIndex({ name: 'ix_complaint_matter', columnNames: ['department_id', 'category_id', 'filed_at'] }),
  new TableIndex({ name: 'ix_complaint_escalated', columnNames: ['escalated_at', 'id'] }),
  new TableIndex({ name: 'uq_complaint_open', columnNames: ['open_key'], isUnique: true }),
]
const oldQueue = new TableIndex({
  name: 'ix_complaint_queue',
  columnNames: ['state', 'response_due_at', 'id'],
})

const evidence = () =>
  new Table({
    name: 'complaint_evidence',
    columns: named({
      id: { ...id, isPrimary: true },
      complaint_id: id,
      department_id: id,
      receipt_no: optional(word(24)),
      title: word(60),
      question: word(500),
      state: word(8),
      asked_at: instant,
      due_at: instant,
      text: optional({ type: 'text' }),
      attachment_ids: optional({ type: 'json' }),
      sent_by_id: optional(id),
      sent_at: optional(instant),
    }),
    indices: [
      { name: 'ix_complaint_evidence_department', columnNames: ['department_id', 'state', 'due_at', 'id'] },
      { name: 'uq_complaint_evidence_complaint', columnNames: ['complaint_id'], isUnique: true },
    ],
  })

/** Complaints from the response to the last word: inquiry, answer, recheck, escalation. WORKFLOW §3 */
export class ComplaintsWhole1795766010000 implements MigrationInterface {
  name = 'ComplaintsWhole1795766010000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('complaint', 'ix_complaint_queue')
    for (const [table, name, options] of loosened) await nullable(runner, table, name, options, true)
    for (const column of added()) await runner.addColumn('complaint', column)
    for (const name of dues) {
      await runner.addColumn('complaint', new TableColumn({ name, ...instant, isNullable: true }))
      await runner.query(`UPDATE complaint SET ${name} = response_due_at`)
      await nullable(runner, 'complaint', name, instant, false)
    }
    for (const index of indices) await runner.createIndex('complaint', index)
    await runner.createTable(evidence())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('complaint_evidence')
    await runner.query('DELETE FROM complaint WHERE need_id IS NULL')
    await runner.query('DELETE FROM complaint_event WHERE actor_id IS NULL')
    for (const [table, name, options] of loosened) await nullable(runner, table, name, options, false)
    for (const { name } of indices) await runner.dropIndex('complaint', name ?? '')
    // By hand: TypeORM would drop the index of a unique column a second time.
    for (const name of [...dues, ...added().map((column) => column.name)])
      await runner.query(`ALTER TABLE complaint DROP COLUMN ${name}`)
    await runner.createIndex('complaint', oldQueue)
  }
}

const nullable = (
  runner: QueryRunner,
  table: string,
  name: string,
  options: Options,
  isNullable: boolean,
) => {
  const column = (may: boolean) => new TableColumn({ ...options, name, isNullable: may })
  return runner.changeColumn(table, column(!isNullable), column(isNullable))
}
