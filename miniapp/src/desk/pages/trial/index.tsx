import { DeskPage } from '@/desk/parts/desk-page'
import { Trying } from '@/desk/parts/trying'
import { trialWords } from '@/words-routing'

/** Where a need would go, without filing it. */
export default function Trial() {
  return (
    <DeskPage tab="trial" title={trialWords.title}>
      <Trying />
    </DeskPage>
  )
}
