import type { ValueTransformer } from 'typeorm'

/** bigint and decimal come as text from mysql2 and as numbers from SQLite; this makes them one type. */
export const asNumber: ValueTransformer = {
  to: (value?: number | null) => value,
  from: (value?: string | number | null) => (value === null || value === undefined ? value : Number(value)),
}

/** An instant in UTC, to the millisecond: datetime(3) on MySQL and MariaDB, ISO text on SQLite. */
export const instant = () => ({ type: 'datetime', precision: 3 }) as const

/** Short text of at most so many characters. */
export const word = (length: number) => ({ type: 'varchar', length }) as const

/** A time-ordered id made by the application. */
export const id = () => word(26)

/** Degrees, to about a decimetre. */
export const degrees = () => ({ type: 'decimal', precision: 9, scale: 6, transformer: asNumber }) as const

/** JSON of a concrete shape. */
export const json = () => ({ type: 'json' }) as const

export const nullable = <Column extends object>(column: Column) => ({ ...column, nullable: true }) as const
