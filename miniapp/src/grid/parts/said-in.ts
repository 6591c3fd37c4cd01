import type { OperationKind } from '@minsheng/shared'
import type { ListedOperation } from '../store/operation'

/** Which field of each kind holds the words that a person typed. */
export const saidField: Record<OperationKind, string> = {
  'visit.record': 'said',
  'need.file': 'text',
  'household.add': 'note',
  'household.change': 'note',
  'task.report': 'words',
}

/** The words of an operation; empty when it has none. */
export function saidIn({ kind, body }: Pick<ListedOperation, 'kind' | 'body'>): string {
  const said = (body as Record<string, unknown>)[saidField[kind as OperationKind]]
  return typeof said === 'string' ? said : ''
}
