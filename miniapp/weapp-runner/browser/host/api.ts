/** How an API of `wx` is called: with callbacks, or awaited when there are none. */
export interface Callbacks<Result> {
  success?: (result: Result & Said) => void
  fail?: (reason: Said) => void
  complete?: (result: Said) => void
}

interface Said {
  errMsg: string
}

/** Makes an API fail as WeChat's do: `name:fail why`. */
export class Refusal extends Error implements Said {
  errMsg = ''

  constructor(
    why: string,
    readonly errno?: number,
    readonly errCode?: number,
  ) {
    super(why)
  }
}

/** An API of `wx` from what it does. Callbacks come later, never within the call. */
export function api<Options extends object, Result extends object | void>(
  name: string,
  act: (options: Options) => Result | Promise<Result>,
) {
  async function outcome(options: Options): Promise<Result & Said> {
    try {
      return { ...(await act(options)), errMsg: `${name}:ok` }
    } catch (thrown) {
      if (thrown instanceof Refusal) thrown.errMsg = `${name}:fail ${thrown.message}`
      throw thrown
    }
  }
  return (options = {} as Options & Callbacks<Result>): Promise<Result & Said> | undefined => {
    const { success, fail, complete } = options
    const answer = Promise.resolve(options).then(outcome)
    if (!success && !fail && !complete) return answer
    void answer.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (thrown) => {
        // Anything else is a mistake of the runner and ends the test.
        if (!(thrown instanceof Refusal)) throw thrown
        fail?.(thrown)
        complete?.(thrown)
      },
    )
    return undefined
  }
}

/** Several calls of the same shape. */
export const apis = <Options extends object, Result extends object | void>(
  names: readonly string[],
  act: (name: string, options: Options) => Result | Promise<Result>,
) =>
  Object.fromEntries(names.map((name) => [name, api<Options, Result>(name, (options) => act(name, options))]))

/** Listeners of one kind, with WeChat's `on…` and `off…`. */
export class Listeners<Event> {
  private readonly listeners = new Set<(event: Event) => void>()
  readonly on = (listener: (event: Event) => void) => void this.listeners.add(listener)
  readonly off = (listener?: (event: Event) => void) => {
    if (listener) this.listeners.delete(listener)
    else this.listeners.clear()
  }
  tell(event: Event) {
    for (const listener of [...this.listeners]) listener(event)
  }
}
