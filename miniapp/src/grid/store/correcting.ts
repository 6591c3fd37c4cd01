import type { ListedOperation } from './operation'

/** Of a need somebody of the household can be said by their phone, when they are not on the list (any more). */
export const asksForPhone = ({ kind }: Pick<ListedOperation, 'kind'>) => kind === 'need.file'

/**
 * What was refused, said anew: with other words, and without whom the server does not know any more, for somebody else
 * has struck them off the household's list meanwhile.
 *
 * @param said by field, as the person typed it
 */
export function corrected(
  { body, refusal }: Pick<ListedOperation, 'body' | 'refusal'>,
  said: Readonly<Record<string, string>>,
): object {
  const isGone = refusal?.code === 'resident_not_found'
  const typed = Object.entries(said).filter(([field, text]) => text || field in body)
  return { ...body, ...Object.fromEntries(typed), ...(isGone && { residentId: null }) }
}
