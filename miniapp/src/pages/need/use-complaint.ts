import { useEffect, useRef, useState } from 'react'
import { useRequest } from '@/hooks/use-request'
import type { ComplaintView, NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { complaintOf, fileComplaint } from '@/services/complaints'
import { wordsOfError } from '@/words-errors'

/** The complaint about a need. The need's version tells when to ask again: no second clock ticks here. */
export function useComplaint({ id, version }: Pick<NeedView, 'id' | 'version'>) {
  const { data, reload, replace } = useRequest(id, () => complaintOf(id).then((complaint) => ({ complaint })))
  const [saying, setSaying] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current !== version) reload()
    seen.current = version
  }, [version, reload])

  const change = (complaint: ComplaintView) => replace({ complaint })
  /** One tap stores it; what there is to say may follow. */
  const file = async () => {
    setBusy(true)
    setProblem(null)
    try {
      change(await fileComplaint(id))
      setSaying(true)
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    } finally {
      setBusy(false)
    }
  }
  return {
    complaint: data?.complaint ?? null,
    isKnown: data !== null,
    busy,
    problem,
    saying,
    file,
    change,
    say: () => setSaying(true),
    said: () => setSaying(false),
  }
}
export type ComplaintState = ReturnType<typeof useComplaint>
