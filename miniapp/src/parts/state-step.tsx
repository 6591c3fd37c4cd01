import type { NeedState } from '@minsheng/shared'
import { Notice } from '@/ui'
import { stateSteps } from '@/words-story'

interface StateStepProps {
  state: NeedState
  /** What the state would allow is over. */
  isTooLate: boolean
}

/** What the state of a need asks of the person, or promises. Most states speak for themselves. */
export function StateStep({ state, isTooLate }: StateStepProps) {
  const step = state === 'rejected' && isTooLate ? stateSteps.tooLate : stateSteps[state]
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
