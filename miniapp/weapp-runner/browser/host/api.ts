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
export class Refusal extends Error {}

/** An API of `wx` from what it does. Callbacks come later, never within the call. */
export const api =
  <Options extends object, Result extends object | void>(
    name: string,
    act: (options: Options) => Result | Promise<Result>,
  ) =>
  (options: Options & Callbacks<Result> = {} as Options): Promise<Result & Said> | undefined => {
    const { success, fail, complete } = options
    const outcome = Promise.resolve()
      .then(() => act(options))
      .then((result) => ({ ...result, errMsg: `${name}:ok` }) as Result & Said)
    const refusal = (thrown: unknown): Said => {
      if (!(thrown instanceof Refusal)) throw thrown
      return { errMsg: `${name}:fail ${thrown.message}` }
    }
    if (!success && !fail && !complete)
      return outcome.catch((thrown) => Promise.reject(refusal(thrown) as never))
    void outcome.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (thrown) => {
        const said = refusal(thrown)
        fail?.(said)
        complete?.(said)
      },
    )
    return undefined
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
