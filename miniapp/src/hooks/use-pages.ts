import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, asApiError } from '@/services/api-error'
import type { Paged } from '@/services/api'

interface State<T> {
  key: string
  items: T[] | null
  cursor: string | null
  error: ApiError | null
  isBusy: boolean
}

export interface Pages<T> {
  /** null until the first page is there. */
  items: T[] | null
  error: ApiError | null
  hasMore: boolean
  isBusy: boolean
  more: () => void
  reload: () => void
}

/** A list that is paged by key. A new `key` (filter, person) starts it anew; null asks for nothing. */
export function usePages<T>(
  key: string | null,
  page: (cursor: string | null) => Promise<Paged<T>>,
): Pages<T> {
  const [state, setState] = useState<State<T>>({
    key: '',
    items: null,
    cursor: null,
    error: null,
    isBusy: false,
  })
  const turn = useRef(0)
  const ask = useRef(page)
  useEffect(() => {
    ask.current = page
  })

  const load = useCallback(
    (before: T[], cursor: string | null) => {
      if (key === null) return
      const mine = ++turn.current
      setState((old) => ({ ...old, isBusy: true }))
      ask
        .current(cursor)
        .then(({ items, nextCursor }) => {
          if (mine === turn.current)
            setState({ key, items: [...before, ...items], cursor: nextCursor, error: null, isBusy: false })
        })
        .catch((thrown: unknown) => {
          if (mine !== turn.current) return
          const error = asApiError(thrown)
          setState((old) =>
            old.key === key
              ? { ...old, error, isBusy: false }
              : { key, items: null, cursor: null, error, isBusy: false },
          )
        })
    },
    [key],
  )
  const reload = useCallback(() => load([], null), [load])
  useEffect(reload, [reload])

  const isCurrent = key !== null && state.key === key
  return {
    items: isCurrent ? state.items : null,
    error: isCurrent ? state.error : null,
    hasMore: isCurrent && state.cursor !== null,
    isBusy: state.isBusy,
    more: () => {
      if (state.items && state.cursor && !state.isBusy) load(state.items, state.cursor)
    },
    reload,
  }
}
