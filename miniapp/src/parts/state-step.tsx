import type { NeedState } from '@minsheng/shared'
import { Notice } from '@/ui'
import { stateSteps } from '@/words-story'

/** What the state of a need asks of the person, or promises. Most states speak for themselves. */
export function StateStep({ state }: { state: NeedState }) {
  const step = stateSteps[state]
  if (!step) return null
  return (
    <Notice
      icon={state === 'waiting' ? 'alert' : 'clock'}
      tone={state === 'waiting' ? 'amber' : 'jade'}
      title={step.title}
    >
      {step.words}
    </Notice>
  )
}
