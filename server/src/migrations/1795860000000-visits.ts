import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableIndex,
  type TableIndexOptions,
} from 'typeorm'

type Column = Omit<TableColumnOptions, 'name'>

const id = (): Column => ({ type: 'varchar', length: '26' })
const word = (length: number): Column => ({ type: 'varchar', length: String(length) })
const integer = (): Column => ({ type: 'integer' })
const counter = (): Column => ({ ...integer(), default: 0 })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const text = (): Column => ({ type: 'text' })
const json = (): Column => ({ type: 'json' })
const degrees = (): Column => ({ type: 'decimal', precision: 9, scale: 6 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })
const unique = (name: string, ...columnNames: string[]) => ({ name, columnNames, isUnique: true })

const table = (name: string, columns: Record<string, Column>, indices: TableIndexOptions[] = []) =>
  new Table({
    name,
    columns: Object.entries(columns).map(([column, options]) => ({ ...options, name: column })),
    indices,
  })

const tables = () => [
  table(
    'household',
    {
      id: primary(id()),
      grid_id: id(),
      building: word(20),
      unit: word(10),
      room: word(10),
      door_code: word(32),
      marks: json(),
      note_cipher: nullable(text()),
      unvisited_since: instant(),
      last_met_at: nullable(instant()),
      last_visited_at: nullable(instant()),
      next_visit_on: nullable(word(10)),
      version: integer(),
      change_number: integer(),
      removed_at: nullable(instant()),
    },
    [
      index('ix_household_change', 'grid_id', 'change_number'),
      index('ix_household_unvisited', 'grid_id', 'unvisited_since', 'id', 'removed_at'),
      index('ix_household_building', 'grid_id', 'building', 'unvisited_since', 'id'),
      unique('uq_household_door_code', 'door_code'),
    ],
  ),
  table(
    'household_resident',
    {
      id: primary(id()),
      household_id: id(),
      position: integer(),
      name_cipher: word(255),
      phone_cipher: nullable(word(255)),
      id_number_cipher: nullable(word(255)),
      relation: nullable(word(20)),
      person_id: nullable(id()),
    },
    [
      index('ix_household_resident_household', 'household_id', 'position'),
      index('ix_household_resident_person', 'person_id'),
    ],
  ),
  table('grid_book', { grid_id: primary(id()), changes: integer(), households: counter() }),
  table(
    'visit',
    {
      id: primary(id()),
      operation_id: word(36),
      household_id: id(),
      grid_id: id(),
      worker_id: id(),
      meeting: word(10),
      resident_id: nullable(id()),
      said_cipher: nullable(text()),
      tags: json(),
      attachment_ids: json(),
      next_visit_on: nullable(word(10)),
      longitude: nullable(degrees()),
      latitude: nullable(degrees()),
      visited_at: instant(),
      received_at: instant(),
    },
    [
      unique('uq_visit_operation', 'worker_id', 'operation_id'),
      index('ix_visit_household', 'household_id', 'visited_at', 'id'),
      index('ix_visit_grid', 'grid_id', 'visited_at', 'id'),
    ],
  ),
  table('visit_month', {
    month: primary(word(7)),
    grid_id: primary(id()),
    visits: counter(),
    unmet: counter(),
    households: counter(),
  }),
  table(
    'grid_assignment',
    {
      id: primary(id()),
      area_id: id(),
      title: word(60),
      due_on: word(10),
      assigned_by_id: id(),
      assigned_at: instant(),
    },
    [index('ix_grid_assignment_assigned', 'assigned_at', 'id')],
  ),
  table(
    'grid_task',
    {
      id: primary(id()),
      assignment_id: id(),
      grid_id: id(),
      kind: word(8),
      scope: word(10),
      title: word(60),
      text: text(),
      choices: json(),
      due_on: word(10),
      total: integer(),
      reported: integer(),
      change_number: integer(),
      revoked_at: nullable(instant()),
    },
    [
      index('ix_grid_task_change', 'grid_id', 'change_number'),
      index('ix_grid_task_assignment', 'assignment_id', 'grid_id'),
    ],
  ),
  table(
    'task_report',
    {
      id: primary(id()),
      operation_id: word(36),
      task_id: id(),
      household_id: nullable(id()),
      worker_id: id(),
      choice: nullable(word(40)),
      words_cipher: nullable(text()),
      attachment_ids: json(),
      reported_at: instant(),
      received_at: instant(),
    },
    [
      unique('uq_task_report_operation', 'worker_id', 'operation_id'),
      index('ix_task_report_task', 'task_id', 'household_id', 'id'),
    ],
  ),
  table(
    'household_need',
    {
      need_id: primary(id()),
      operation_id: word(36),
      household_id: id(),
      resident_id: nullable(id()),
      visit_operation_id: nullable(word(36)),
      filed_by_id: id(),
      filed_at: instant(),
    },
    [
      unique('uq_household_need_operation', 'filed_by_id', 'operation_id'),
      index('ix_household_need_household', 'household_id', 'filed_at', 'need_id'),
    ],
  ),
]

const greenChannel = () => new TableColumn({ name: 'is_green_channel', type: 'boolean', default: 0 })
const subject = () => new TableColumn({ ...nullable(id()), name: 'subject_id' })
const subjectIndex = () => new TableIndex(index('ix_personal_data_read_subject', 'subject_id', 'at'))
const needOfRead = (isNullable: boolean) => new TableColumn({ ...id(), name: 'need_id', isNullable })

/** Households, visits, tasks of grids; the green channel of a need; what was read of a household. */
export class Visits1795860000000 implements MigrationInterface {
  name = 'Visits1795860000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
    await runner.addColumn('need', greenChannel())
    await runner.changeColumn('personal_data_read', needOfRead(false), needOfRead(true))
    await runner.addColumn('personal_data_read', subject())
    await runner.createIndex('personal_data_read', subjectIndex())
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('personal_data_read', subjectIndex())
    await runner.query('DELETE FROM personal_data_read WHERE need_id IS NULL')
    await runner.dropColumn('personal_data_read', 'subject_id')
    await runner.changeColumn('personal_data_read', needOfRead(true), needOfRead(false))
    await runner.dropColumn('need', 'is_green_channel')
    for (const { name } of tables()) await runner.dropTable(name)
  }
}
