/** One row of a lifecycle: who may do what, from where to where. `null` as origin is "does not exist yet". */
export interface Transition<
  State extends string,
  Act extends string,
  Guard extends string = string,
  Effect extends string = string,
> {
  act: Act
  from: readonly (State | null)[]
  to: State
  by: readonly Actor[]
  /** Tells rows of the same act apart; the server decides which outcome an act has. */
  outcome?: string
  /** What must hold besides. Each name has its words beside the table, and its function on the server. */
  guards?: readonly Guard[]
  /** The same in words alone, where the server does not look it up by a name. */
  guard?: string
  /** What follows besides the new state, in the same transaction. Each name has its words beside the table. */
  effects?: readonly Effect[]
}

/**
 * In which capacity somebody acts on this very item. A staff member can act in several. `lead` is a handler of the
 * lead department, on the order of one that assists it.
 */
export type Actor =
  | 'complainant'
  | 'gridWorker'
  | 'dispatcher'
  | 'handler'
  | 'lead'
  | 'reviewer'
  | 'supervisor'
  | 'issuer'
  | 'system'

/** The rows that are open to these actors in this state. */
const openRows = <Row extends Transition<string, string>>(
  table: readonly Row[],
  state: string | null,
  actors: readonly Actor[],
): Row[] => table.filter((row) => row.from.includes(state) && row.by.some((actor) => actors.includes(actor)))

/**
 * The acts that are open to these actors in this state, in the order of the table, each once.
 * @param holds whether a row's guards hold; without it only state and actor are asked
 */
export function allowedActs<State extends string, Act extends string, Guard extends string>(
  table: readonly Transition<State, Act, Guard>[],
  state: State,
  actors: readonly Actor[],
  holds: (row: Transition<State, Act, Guard>) => boolean = () => true,
): Act[] {
  const open = openRows(table, state, actors).filter(holds)
  return [...new Set(open.map((row) => row.act))]
}

/** The row that an act takes from this state, or undefined when the act is refused. */
export function transition<State extends string, Act extends string, Guard extends string>(
  table: readonly Transition<State, Act, Guard>[],
  state: State | null,
  act: Act,
  actors: readonly Actor[],
  outcome?: string,
): Transition<State, Act, Guard> | undefined {
  return openRows(table, state, actors).find(
    (row) => row.act === act && (outcome === undefined || row.outcome === outcome),
  )
}
