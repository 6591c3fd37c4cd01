import { DeskPage } from '@/desk/parts/desk-page'
import { FlaggedCard } from '@/desk/parts/flagged-card'
import { SettledList } from '@/desk/parts/settled-list'
import { decideContent, flaggedContent } from '@/services/safety'
import { safetyWords } from '@/words-desk'

const empty = { title: safetyWords.emptyTitle, words: safetyWords.empty }

/** What content safety did not pass: a person looks at it and decides. Nothing was thrown away. */
export default function Safety() {
  return (
    <DeskPage tab="safety" title={safetyWords.title}>
      <SettledList
        page={flaggedContent}
        empty={empty}
        render={(item, settle, busy) => (
          <FlaggedCard
            key={item.id}
            item={item}
            busy={busy}
            onDecide={(decision) =>
              settle(() => decideContent(item.id, decision), safetyWords.decided[decision])
            }
          />
        )}
      />
    </DeskPage>
  )
}
