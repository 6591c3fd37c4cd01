import { useEffect, type ReactNode } from 'react'
import { useShownAgain } from '@/hooks/use-shown'
import { go, goDeskSignIn } from '@/routes'
import { useSession } from '@/stores/session'
import { Blank, Button, Failed, Page } from '@/ui'
import type { PageProps } from '@/ui/page'
import { gridWords, syncWords } from '@/words-grid'
import { enterGrid, useGrid } from '../store/grid'

interface GridPageProps extends PageProps {
  children?: ReactNode
  /** It is there even before the households have come (or when they are gone after days without signal). */
  needsNoHouseholds?: boolean
}

/** The frame of the grid worker's pages: what lies on the phone is shown at once, with or without signal. */
export function GridPage({ children, needsNoHouseholds, overlay, ...page }: GridPageProps) {
  const personId = useSession((sessions) => sessions.staff?.person.id ?? null)
  const isOpen = useGrid(
    (grid) =>
      grid.personId !== null &&
      grid.personId === personId &&
      (needsNoHouseholds || grid.copy.contactAt !== null),
  )
  const problem = useGrid((grid) => grid.problem)
  const enter = () => {
    if (personId) void enterGrid()
  }
  useEffect(enter, [personId])
  useShownAgain(enter)
  if (!personId) {
    return (
      <Page title={page.title} forGloves>
        <Blank
          icon="user"
          title={gridWords.signedOutTitle}
          step={{ words: gridWords.signIn, onPress: () => void goDeskSignIn() }}
        >
          {gridWords.signedOut}
        </Blank>
      </Page>
    )
  }
  return (
    <Page {...page} forGloves overlay={isOpen && overlay} loading={!isOpen && !problem}>
      {isOpen ? children : problem && <Unopened />}
    </Page>
  )
}

/** The phone does not know the grid yet, and the server did not answer. */
function Unopened() {
  const problem = useGrid((grid) => grid.problem)
  if (problem?.code !== 'offline')
    return problem && <Failed error={problem} onRetry={() => void enterGrid()} />
  return (
    <>
      <Blank
        icon="offline"
        title={gridWords.firstTitle}
        step={{ words: gridWords.retry, onPress: () => void enterGrid() }}
      >
        {gridWords.first}
      </Blank>
      <Button look="quiet" onPress={() => void go.written()}>
        {syncWords.title}
      </Button>
    </>
  )
}
