/** One row of a lifecycle: who may do what, from where to where. `null` as origin is "does not exist yet". */
export interface Transition<State extends string, Act extends string> {
  act: Act
  from: readonly (State | null)[]
  to: State
  by: readonly Actor[]
  /** Tells rows of the same act apart; the server decides which outcome an act has. */
  outcome?: string
  /** What must hold besides, in words, for the generated documentation. */
  guard?: string
}

/** In which capacity somebody acts on this very item. A staff member can act in several. */
export type Actor =
  'complainant' | 'gridWorker' | 'dispatcher' | 'handler' | 'reviewer' | 'supervisor' | 'issuer' | 'system'

/** The acts that are open to these actors in this state, in the order of the table, each once. */
export function allowedActs<State extends string, Act extends string>(
  table: readonly Transition<State, Act>[],
  state: State,
  actors: readonly Actor[],
): Act[] {
  const open = table.filter(
    (row) => row.from.includes(state) && row.by.some((actor) => actors.includes(actor)),
  )
  return [...new Set(open.map((row) => row.act))]
}

/** The row that an act takes from this state, or undefined when the act is refused. */
export function transition<State extends string, Act extends string>(
  table: readonly Transition<State, Act>[],
  state: State | null,
  act: Act,
  actors: readonly Actor[],
  outcome?: string,
): Transition<State, Act> | undefined {
  return table.find(
    (row) =>
      row.act === act &&
      row.from.includes(state) &&
      row.by.some((actor) => actors.includes(actor)) &&
      (outcome === undefined || row.outcome === outcome),
  )
}
