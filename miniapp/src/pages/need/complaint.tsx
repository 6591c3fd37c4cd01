import type { PropsWithChildren } from 'react'
import { ComplaintCard } from '@/parts/complaint-card'
import { ComplaintSheet } from '@/parts/complaint-sheet'
import type { NeedView } from '@/services/api'
import { ComplaintPath } from './complaint-path'
import { useComplaint } from './use-complaint'

/** The complaint about this need stands before what happened, the way to one behind it. */
export function Complaint({ need, children }: PropsWithChildren<{ need: NeedView }>) {
  const state = useComplaint(need)
  const { complaint } = state
  return (
    <>
      {complaint && <ComplaintCard complaint={complaint} onAdd={state.say} onChange={state.change} />}
      {children}
      {need.state !== 'withdrawn' && <ComplaintPath state={state} />}
      <ComplaintSheet
        complaint={state.saying ? complaint : null}
        onChange={state.change}
        onClose={state.said}
      />
    </>
  )
}
