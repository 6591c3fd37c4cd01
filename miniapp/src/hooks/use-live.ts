import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, asApiError } from '@/services/api-error'
import { useShown } from './use-shown'

const EVERY = 1_500
const SLOWEST = 30_000

export interface Live<T> {
  data: T | null
  error: ApiError | null
  reload: () => void
  replace: (data: T) => void
}

/**
 * Keeps one thing fresh while the page is seen: asks every 1.5 s with If-None-Match, so that a change is here
 * within 2 s and nothing travels when there is none. Slower while the server cannot be reached.
 */
export function useLive<T>(
  key: string | null,
  ask: (etag: string | null) => Promise<{ data: T; etag: string | null } | null>,
): Live<T> {
  const [state, setState] = useState<{ data: T | null; error: ApiError | null }>({ data: null, error: null })
  const [round, setRound] = useState(0)
  const shown = useShown()
  const etag = useRef<string | null>(null)
  const question = useRef(ask)
  useEffect(() => {
    question.current = ask
  })

  useEffect(() => {
    if (!shown || key === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    let failures = 0
    const next = () => {
      timer = setTimeout(() => void tick(), Math.min(SLOWEST, EVERY * 2 ** failures))
    }
    const tick = async () => {
      try {
        const answer = await question.current(etag.current)
        failures = 0
        if (stopped) return
        if (answer) etag.current = answer.etag
        setState((old) =>
          answer ? { data: answer.data, error: null } : old.error ? { ...old, error: null } : old,
        )
      } catch (thrown) {
        const error = asApiError(thrown)
        if (stopped) return
        setState((old) => ({ ...old, error }))
        if (!error.isPassing) return
        failures++
      }
      next()
    }
    void tick()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [shown, key, round])

  const reload = useCallback(() => setRound((n) => n + 1), [])
  /** What an act answered; the next round asks for everything again. */
  const replace = useCallback((data: T) => {
    etag.current = null
    setState({ data, error: null })
    setRound((n) => n + 1)
  }, [])
  return { ...state, reload, replace }
}
