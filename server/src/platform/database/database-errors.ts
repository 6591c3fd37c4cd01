import { QueryFailedError } from 'typeorm'

const uniqueCodes = new Set(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', 'ER_DUP_ENTRY'])
const retryableCodes = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'])

function codeOf(error: unknown): string {
  if (!(error instanceof QueryFailedError)) return ''
  const cause: unknown = error.driverError
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}

/** Another row has the same key already. */
export const isUniqueViolation = (error: unknown): boolean => uniqueCodes.has(codeOf(error))

/** The whole transaction was rolled back by the database and may be run again. */
export const isRetryable = (error: unknown): boolean => retryableCodes.has(codeOf(error))
