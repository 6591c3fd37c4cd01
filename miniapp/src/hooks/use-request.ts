import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, asApiError } from '@/services/api-error'

export interface Asked<T> {
  data: T | null
  error: ApiError | null
  isLoading: boolean
  reload: () => void
  /** Puts an answer in place that came another way. */
  replace: (data: T) => void
}

/** Asks once, and again when `key` changes. What was shown stays while asking again; late answers are dropped. */
export function useRequest<T>(key: string, request: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ key: string; data: T | null; error: ApiError | null }>({
    key: '',
    data: null,
    error: null,
  })
  const turn = useRef(0)
  const ask = useRef(request)
  useEffect(() => {
    ask.current = request
  })

  const reload = useCallback(() => {
    const mine = ++turn.current
    ask
      .current()
      .then((data) => mine === turn.current && setState({ key, data, error: null }))
      .catch((thrown: unknown) => {
        if (mine === turn.current)
          setState((old) => ({ key, data: old.key === key ? old.data : null, error: asApiError(thrown) }))
      })
  }, [key])
  useEffect(reload, [reload])

  const replace = useCallback(
    (data: T) => {
      turn.current++
      setState({ key, data, error: null })
    },
    [key],
  )
  const isCurrent = state.key === key
  return {
    data: isCurrent ? state.data : null,
    error: isCurrent ? state.error : null,
    isLoading: !isCurrent || (!state.data && !state.error),
    reload,
    replace,
  }
}
