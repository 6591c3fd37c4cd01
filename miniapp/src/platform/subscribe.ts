/** What became of asking the person for messages of WeChat. */
export type Asked =
  | { kind: 'answered'; accepted: string[] }
  /** Messages are switched off for this mini-program, or it may not send any: the settings can change that. */
  | { kind: 'off' }
  | { kind: 'failed' }

/** The main switch is off; all of these are banned. Another try, and asking again, would change nothing. */
const off = new Set([20004, 20005])

/** What WeChat's refusal means, by its errCode. */
export const askedBy = ({ errCode }: { errCode?: number }): Asked =>
  errCode !== undefined && off.has(errCode) ? { kind: 'off' } : { kind: 'failed' }

/** Of the answers by id (`accept`, `reject`, `ban`, `filter`) those that let a message through. */
export const acceptedOf = (
  templateIds: readonly string[],
  answers: Readonly<Record<string, unknown>>,
): Asked => {
  if (templateIds.every((id) => answers[id] === 'ban')) return { kind: 'off' }
  return { kind: 'answered', accepted: templateIds.filter((id) => answers[id] === 'accept') }
}
