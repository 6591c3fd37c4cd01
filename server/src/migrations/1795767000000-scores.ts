import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableIndexOptions,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const integer = (): Column => ({ type: 'integer' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const share = (): Column => ({ type: 'decimal', precision: 6, scale: 4 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })

const table = (name: string, columns: Record<string, Column>, indices: TableIndexOptions[] = []) =>
  new Table({
    name,
    columns: Object.entries(columns).map(([column, options]) => ({ ...options, name: column })),
    indices,
  })

const figures = [
  'filed',
  'dispatched',
  'dispatched_once',
  'supervised',
  'reply_due',
  'replied_in_time',
  'disclosable',
  'disclosed',
  'ordered',
  'return_asked',
  'accept_due',
  'accepted_in_time',
  'contact_due',
  'contacted_in_time',
  'answer_due',
  'answered',
  'answered_in_time',
  'open_overdue',
  'lead_answered',
  'reworked',
  'rated',
  'contacted',
  'solved',
  'satisfied',
  'fairly_satisfied',
  'by_tap',
  'sent_back',
  'unrated',
  'not_reached',
  'excluded',
  'withdrawn',
  'rejected',
  'merged',
  'concluded',
  'complained',
  'complaint_response_due',
  'complaint_responded_in_time',
  'complaint_decided',
  'complaint_resolved',
  'complaint_void',
]
const figureColumns = () =>
  Object.fromEntries(figures.map((name): [string, Column] => [name, { ...integer(), default: 0 }]))

const tables = () => [
  table(
    'score_item',
    {
      id: primary(id()),
      need_id: id(),
      work_order_id: nullable(id()),
      kind: word(10),
      at: instant(),
      department_id: id(),
      field_id: id(),
      street_id: id(),
      source: word(10),
      marks: integer(),
    },
    [
      index('ix_score_item_need', 'need_id'),
      index('ix_score_item_kind', 'kind', 'at', 'id'),
      index('ix_score_item_department', 'department_id', 'kind', 'at', 'id'),
      index('ix_score_item_street', 'street_id', 'kind', 'at', 'id'),
    ],
  ),
  table('score_sum', {
    scope: primary(id()),
    dimension: primary(word(10)),
    half_day: primary(integer()),
    group_id: primary(id()),
    ...figureColumns(),
  }),
  table('score_snapshot', {
    month: primary(word(7)),
    scope: primary(id()),
    dimension: primary(word(10)),
    group_id: primary(id()),
    ...figureColumns(),
  }),
  table('score_month', { month: primary(word(7)), frozen_at: instant() }),
  table('need_count', { id: primary(id()), version: integer(), next_at: nullable(instant()) }, [
    index('ix_need_count_next', 'next_at', 'id'),
  ]),
  table(
    'rate_scheme',
    {
      id: primary(id()),
      valid_from: word(10),
      contact: share(),
      solved: share(),
      satisfaction: share(),
      fairly_satisfied: share(),
      reason: word(200),
      set_by_id: id(),
      set_at: instant(),
    },
    [{ ...index('uq_rate_scheme_from', 'valid_from'), isUnique: true }],
  ),
  table(
    'score_exclusion',
    {
      id: primary(id()),
      need_id: id(),
      receipt_no: word(24),
      title: word(60),
      department_id: nullable(id()),
      state: word(10),
      reason: word(500),
      proposed_by_id: id(),
      proposed_at: instant(),
      decided_by_id: nullable(id()),
      decided_at: nullable(instant()),
    },
    [
      index('ix_score_exclusion_state', 'state', 'proposed_at', 'id'),
      index('ix_score_exclusion_need', 'need_id'),
    ],
  ),
]

/** What is counted of each need, the sums of it, frozen months, schemes, exclusions. */
export class Scores1795767000000 implements MigrationInterface {
  name = 'Scores1795767000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
    // The needs that are there already are due to be counted, a part at a time, as if a limit had passed.
    await runner.query(
      "INSERT INTO need_count (id, version, next_at) SELECT id, 1, '2000-01-01 00:00:00.000' FROM need",
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tables().reverse()) await runner.dropTable(each)
  }
}
