import { useState } from 'react'
import type { RoutingView } from '@/services/api'
import { Card, Notice } from '@/ui'
import { trialWords } from '@/words-routing'
import { Columns } from './columns'
import { RoutingResult } from './routing-result'
import { TrialForm } from './trial-form'

/** Where a need would go, without filing it. */
export function Trying() {
  const [routing, setRouting] = useState<RoutingView | null>(null)
  return (
    <Columns
      main={
        <>
          <Notice>{trialWords.intro}</Notice>
          <TrialForm onResult={setRouting} />
        </>
      }
      side={
        routing && (
          <Card>
            <RoutingResult routing={routing} />
          </Card>
        )
      }
    />
  )
}
