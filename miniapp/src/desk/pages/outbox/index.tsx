import { DeskPage } from '@/desk/parts/desk-page'
import { GivenUpCard } from '@/desk/parts/given-up-card'
import { SettledList } from '@/desk/parts/settled-list'
import { givenUpMessages, sendAgain } from '@/services/outbox'
import { outboxWords } from '@/words-desk'

const empty = { title: outboxWords.emptyTitle, words: outboxWords.empty }

/** What could not be brought to where it should go. Sent again, it comes back here unless it arrives. */
export default function GivenUp() {
  return (
    <DeskPage tab="outbox" title={outboxWords.title}>
      <SettledList
        page={givenUpMessages}
        empty={empty}
        render={(item, settle, busy) => (
          <GivenUpCard
            key={item.id}
            item={item}
            busy={busy}
            onAgain={() => settle(() => sendAgain(item.id), outboxWords.queued)}
          />
        )}
      />
    </DeskPage>
  )
}
