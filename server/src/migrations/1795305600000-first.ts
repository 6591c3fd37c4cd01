import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>
interface IndexOf {
  name: string
  columnNames: string[]
  isUnique: boolean
}

const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const id = (): Column => word(26)
const text = (): Column => ({ type: 'text' })
const integer = (): Column => ({ type: 'integer' })
const flag = (): Column => ({ type: 'boolean' })
const json = (): Column => ({ type: 'json' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const degrees = (): Column => ({ type: 'decimal', precision: 9, scale: 6 })
const amount = (): Column => ({ type: 'decimal', precision: 8, scale: 2 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })

const index = (name: string, ...columnNames: string[]): IndexOf => ({ name, columnNames, isUnique: false })
const unique = (name: string, ...columnNames: string[]): IndexOf => ({ name, columnNames, isUnique: true })

const table = (name: string, columns: Record<string, Column>, indices: IndexOf[]): Table =>
  new Table({
    name,
    columns: Object.entries(columns).map(([column, options]) => ({ ...options, name: column })),
    indices,
  })

/** The first schema. Written with the Table API, so that the same file runs on SQLite, MySQL and MariaDB. */
export class First1795305600000 implements MigrationInterface {
  name = 'First1795305600000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.dropTable(each)
  }
}

function tables(): Table[] {
  return [
    table(
      'area',
      {
        id: primary(id()),
        code: word(40),
        name: word(60),
        level: word(12),
        parent_id: nullable(id()),
        longitude: degrees(),
        latitude: degrees(),
        polygon: json(),
      },
      [unique('uq_area_code', 'code')],
    ),
    table(
      'attachment',
      {
        id: primary(id()),
        uploaded_by: id(),
        need_id: nullable(id()),
        kind: word(8),
        content_type: word(40),
        bytes: integer(),
        has_thumbnail: flag(),
        duration_seconds: nullable(integer()),
        taken_at: nullable(instant()),
        longitude: nullable(degrees()),
        latitude: nullable(degrees()),
        created_at: instant(),
      },
      [index('ix_attachment_need', 'need_id', 'id')],
    ),
    table(
      'category',
      {
        id: primary(id()),
        code: word(40),
        name: word(40),
        level: integer(),
        parent_id: nullable(id()),
        position: integer(),
        urgency: word(12),
        is_evidence_required: flag(),
        is_reviewed: flag(),
        words: json(),
      },
      [unique('uq_category_code', 'code')],
    ),
    table(
      'clock',
      {
        id: primary(id()),
        need_id: id(),
        work_order_id: nullable(id()),
        kind: word(12),
        limit_amount: amount(),
        limit_unit: word(12),
        start_at: instant(),
        due_at: instant(),
        is_provisional: flag(),
        stopped_at: nullable(instant()),
      },
      [index('ix_clock_due', 'stopped_at', 'due_at', 'id'), index('ix_clock_need', 'need_id', 'kind')],
    ),
    table(
      'department',
      {
        id: primary(id()),
        code: word(40),
        name: word(60),
        kind: word(12),
        area_id: nullable(id()),
        duties: json(),
      },
      [unique('uq_department_code', 'code')],
    ),
    table(
      'idempotency_key',
      {
        person_id: primary(id()),
        key: primary(word(36)),
        body_hash: word(64),
        answer: json(),
        created_at: instant(),
      },
      [index('ix_idempotency_key_created', 'created_at')],
    ),
    table(
      'need',
      {
        id: primary(id()),
        receipt_no: word(24),
        resident_id: id(),
        filed_by_id: nullable(id()),
        state: word(12),
        round: integer(),
        title: word(60),
        text: text(),
        urgency: word(12),
        category_id: nullable(id()),
        field_id: nullable(id()),
        guesses: json(),
        department_id: nullable(id()),
        community_id: id(),
        street_id: id(),
        grid_id: nullable(id()),
        longitude: nullable(degrees()),
        latitude: nullable(degrees()),
        wgs_longitude: nullable(degrees()),
        wgs_latitude: nullable(degrees()),
        address_cipher: nullable(text()),
        contact_phone_cipher: nullable(word(255)),
        is_anonymous: flag(),
        danger: json(),
        attachments_count: integer(),
        due_at: nullable(instant()),
        is_due_provisional: flag(),
        captured_at: nullable(instant()),
        submitted_at: instant(),
        answered_at: nullable(instant()),
        closed_at: nullable(instant()),
        result: nullable(word(16)),
        is_solved: nullable(flag()),
        reopenings: integer(),
        version: integer(),
        event_count: integer(),
        last_event_hash: word(64),
      },
      [
        unique('uq_need_receipt_no', 'receipt_no'),
        index('ix_need_resident', 'resident_id', 'submitted_at', 'id'),
        index('ix_need_filer', 'filed_by_id', 'submitted_at', 'id'),
        index('ix_need_state', 'state', 'submitted_at', 'id'),
        index('ix_need_submitted', 'submitted_at', 'department_id', 'field_id', 'street_id'),
      ],
    ),
    table(
      'need_event',
      {
        id: primary(id()),
        need_id: id(),
        sequence: integer(),
        round: integer(),
        work_order_id: nullable(id()),
        act: word(20),
        actor_kind: word(8),
        actor_id: nullable(id()),
        at: instant(),
        data: json(),
        previous_hash: word(64),
        hash: word(64),
      },
      [unique('uq_need_event_sequence', 'need_id', 'sequence')],
    ),
    table(
      'outbox',
      {
        id: primary(id()),
        need_id: id(),
        topic: word(40),
        payload: json(),
        state: word(10),
        attempts: integer(),
        available_at: instant(),
        created_at: instant(),
      },
      [index('ix_outbox_state', 'state', 'available_at', 'id'), index('ix_outbox_need', 'need_id', 'id')],
    ),
    table(
      'personal_data_read',
      {
        id: primary(id()),
        staff_id: id(),
        need_id: id(),
        what: word(20),
        reason: word(200),
        at: instant(),
      },
      [
        index('ix_personal_data_read_need', 'need_id', 'at'),
        index('ix_personal_data_read_staff', 'staff_id', 'at'),
      ],
    ),
    table(
      'phone_code',
      {
        id: primary(id()),
        phone_index: word(64),
        code_hash: word(64),
        tries_left: integer(),
        created_at: instant(),
        expires_at: instant(),
      },
      [index('ix_phone_code_phone', 'phone_index', 'created_at')],
    ),
    table(
      'rating',
      {
        id: primary(id()),
        need_id: id(),
        round: integer(),
        department_id: id(),
        field_id: id(),
        street_id: id(),
        level: integer(),
        said_solved: nullable(flag()),
        is_solved: flag(),
        is_contacted: flag(),
        tags: json(),
        words: nullable(word(500)),
        rated_at: instant(),
      },
      [
        unique('uq_rating_round', 'need_id', 'round'),
        index(
          'ix_rating_scores',
          'rated_at',
          'department_id',
          'field_id',
          'street_id',
          'level',
          'is_solved',
          'is_contacted',
        ),
      ],
    ),
    table(
      'receipt_block',
      {
        date: primary(word(10)),
        taken: integer(),
      },
      [],
    ),
    table(
      'resident',
      {
        id: primary(id()),
        we_chat_index: nullable(word(64)),
        we_chat_cipher: nullable(word(255)),
        phone_cipher: nullable(word(255)),
        phone_index: nullable(word(64)),
        name_cipher: nullable(word(255)),
        created_at: instant(),
      },
      [unique('uq_resident_wechat', 'we_chat_index'), unique('uq_resident_phone', 'phone_index')],
    ),
    table(
      'routing_example',
      {
        id: primary(id()),
        need_id: id(),
        source: word(12),
        category_id: id(),
        department_id: nullable(id()),
        guessed_category_id: nullable(id()),
        at: instant(),
      },
      [index('ix_routing_example_at', 'at', 'id')],
    ),
    table(
      'routing_rule',
      {
        id: primary(id()),
        category_id: id(),
        area_id: nullable(id()),
        department_id: id(),
      },
      [unique('uq_routing_rule', 'category_id', 'area_id')],
    ),
    table(
      'session',
      {
        id: primary(id()),
        person_id: id(),
        person_kind: word(8),
        token_hash: word(64),
        created_at: instant(),
        expires_at: instant(),
      },
      [unique('uq_session_token', 'token_hash'), index('ix_session_person', 'person_id')],
    ),
    table(
      'staff',
      {
        id: primary(id()),
        account: word(40),
        password_hash: word(255),
        name: word(40),
        roles: json(),
        department_id: nullable(id()),
        area_id: nullable(id()),
        is_active: flag(),
        created_at: instant(),
      },
      [unique('uq_staff_account', 'account')],
    ),
    table(
      'work_order',
      {
        id: primary(id()),
        need_id: id(),
        receipt_no: word(24),
        round: integer(),
        department_id: id(),
        role: word(8),
        state: word(12),
        title: word(60),
        urgency: word(12),
        category_id: id(),
        field_id: id(),
        community_id: id(),
        street_id: id(),
        attachments_count: integer(),
        handler_id: nullable(id()),
        dispatched_at: instant(),
        accept_due_at: instant(),
        contact_due_at: instant(),
        due_at: instant(),
        is_due_provisional: flag(),
        accepted_at: nullable(instant()),
        contacted_at: nullable(instant()),
        answered_at: nullable(instant()),
        return_request: nullable(json()),
        version: integer(),
      },
      [
        index('ix_work_order_queue', 'department_id', 'state', 'due_at', 'id'),
        index('ix_work_order_queue_category', 'department_id', 'state', 'category_id', 'due_at', 'id'),
        index('ix_work_order_queue_street', 'department_id', 'state', 'street_id', 'due_at', 'id'),
        index('ix_work_order_state', 'state', 'due_at', 'id'),
        index('ix_work_order_receipt', 'receipt_no', 'due_at', 'id'),
        index('ix_work_order_need', 'need_id', 'round'),
        index(
          'ix_work_order_due',
          'due_at',
          'department_id',
          'field_id',
          'street_id',
          'state',
          'answered_at',
        ),
      ],
    ),
  ]
}
