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
const boolean = (): Column => ({ type: 'boolean' })
const instant = (): Column => ({ type: 'datetime', precision: 3 })
const degrees = (): Column => ({ type: 'decimal', precision: 9, scale: 6 })
const nullable = (column: Column): Column => ({ ...column, isNullable: true })
const primary = (column: Column): Column => ({ ...column, isPrimary: true })
const zero = (): Column => ({ ...integer(), default: '0' })

const named = (columns: Record<string, Column>): TableColumnOptions[] =>
  Object.entries(columns).map(([name, options]) => ({ ...options, name }))
const index = (name: string, ...columnNames: string[]) => ({ name, columnNames })
const unique = (name: string, ...columnNames: string[]) => ({ name, columnNames, isUnique: true })

/** Columns that older tables get. */
const added: Readonly<Record<string, Record<string, Column>>> = {
  need: { reminders_count: zero(), reminded_at: nullable(instant()) },
  work_order: { reminders_count: zero() },
  notice: { work_order_id: nullable(id()), supervision_order_id: nullable(id()) },
}
const columnsOf = (columns: Record<string, Column>) => named(columns).map((column) => new TableColumn(column))
const staffIndex = new TableIndex(index('ix_staff_department', 'department_id', 'area_id'))

/** Supervision orders, the rules that make them, reminders, notices to staff. */
export class Supervision1795730000000 implements MigrationInterface {
  name = 'Supervision1795730000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const each of tables()) await runner.createTable(each)
    for (const [table, columns] of Object.entries(added)) await runner.addColumns(table, columnsOf(columns))
    await runner.createIndex('staff', staffIndex)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('staff', staffIndex)
    for (const [table, columns] of Object.entries(added)) await runner.dropColumns(table, columnsOf(columns))
    for (const each of tables()) await runner.dropTable(each)
  }
}

function tables(): Table[] {
  return [
    new Table({
      name: 'supervision_order',
      columns: named({
        id: primary(id()),
        number: word(40),
        level: integer(),
        cause: word(20),
        state: word(12),
        need_id: id(),
        work_order_id: nullable(id()),
        department_id: nullable(id()),
        receipt_no: word(24),
        title: word(60),
        category_id: nullable(id()),
        community_id: id(),
        street_id: id(),
        demand: word(500),
        issued_at: instant(),
        due_at: instant(),
        is_due_provisional: boolean(),
        issued_by_id: nullable(id()),
        feedback: nullable(word(500)),
        answered_at: nullable(instant()),
        conclusion: nullable(word(500)),
        settled_at: nullable(instant()),
        is_listed: boolean(),
      }),
      indices: [
        unique('uq_supervision_order_number', 'number'),
        index('ix_supervision_order_state', 'state', 'due_at', 'id'),
        index('ix_supervision_order_level', 'state', 'level', 'due_at', 'id'),
        index('ix_supervision_order_department', 'department_id', 'state', 'due_at', 'id'),
        index('ix_supervision_order_department_level', 'department_id', 'state', 'level', 'due_at', 'id'),
        index('ix_supervision_order_listed', 'is_listed', 'issued_at', 'id'),
        index('ix_supervision_order_need', 'need_id'),
      ],
    }),
    new Table({
      name: 'fired_rule',
      columns: named({ key: primary(word(80)), at: instant() }),
    }),
    new Table({
      name: 'occurrence',
      columns: named({
        need_id: primary(id()),
        category_id: id(),
        resident_id: id(),
        at: instant(),
        cell: nullable(word(16)),
        wgs_latitude: nullable(degrees()),
        wgs_longitude: nullable(degrees()),
        group_id: nullable(id()),
      }),
      indices: [
        index('ix_occurrence_cell', 'category_id', 'cell', 'at'),
        index('ix_occurrence_resident', 'resident_id', 'category_id', 'at'),
        index('ix_occurrence_group', 'group_id'),
        index('ix_occurrence_at', 'at'),
      ],
    }),
    new Table({
      name: 'need_group',
      columns: named({
        id: primary(id()),
        category_id: id(),
        master_id: id(),
        community_id: id(),
        size: integer(),
        first_at: instant(),
        last_at: instant(),
        is_open: boolean(),
        settled_by_id: nullable(id()),
      }),
      indices: [index('ix_need_group_open', 'is_open', 'last_at', 'id')],
    }),
    new Table({
      name: 'repeated_need',
      columns: named({
        id: primary(id()),
        resident_id: id(),
        category_id: id(),
        times: integer(),
        last_need_id: id(),
        last_at: instant(),
      }),
      indices: [
        unique('uq_repeated_need', 'resident_id', 'category_id'),
        index('ix_repeated_need_last', 'last_at', 'id'),
      ],
    }),
  ]
}
