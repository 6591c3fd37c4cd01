import { useState } from 'react'
import { DeskPage } from '@/desk/parts/desk-page'
import { RoutingResult } from '@/desk/parts/routing-result'
import { TrialForm } from '@/desk/parts/trial-form'
import type { RoutingView } from '@/services/api'
import { Card, Notice } from '@/ui'
import { trialWords } from '@/words-routing'

/** Where a need would go, without filing it. */
export default function Trial() {
  const [routing, setRouting] = useState<RoutingView | null>(null)
  return (
    <DeskPage tab="trial" title={trialWords.title}>
      <Notice>{trialWords.intro}</Notice>
      <TrialForm onResult={setRouting} />
      {routing && (
        <Card>
          <RoutingResult routing={routing} />
        </Card>
      )}
    </DeskPage>
  )
}
