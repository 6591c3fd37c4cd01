import { GridPage } from '@/grid/parts/grid-page'
import { SyncStrip } from '@/grid/parts/sync-strip'
import { WrittenCard } from '@/grid/parts/written-card'
import { useGrid } from '@/grid/store/grid'
import type { OperationState } from '@/grid/store/operation'
import { Blank } from '@/ui'
import { syncWords } from '@/words-grid'

/** What needs a person comes first, then what waits, then what is done. */
const rank: Record<OperationState, number> = { conflict: 0, refused: 0, sending: 1, waiting: 1, sent: 2 }

/** Everything that was written on this phone, and how it stands. */
export default function Written() {
  const operations = useGrid((grid) => grid.operations)
  const sorted = [...operations].sort((a, b) => rank[a.state] - rank[b.state] || b.order - a.order)
  return (
    <GridPage title={syncWords.title} needsNoHouseholds>
      <SyncStrip isHere />
      {sorted.map((operation) => (
        <WrittenCard key={operation.id} operation={operation} />
      ))}
      {!sorted.length && (
        <Blank icon="check" title={syncWords.emptyTitle}>
          {syncWords.empty}
        </Blank>
      )}
    </GridPage>
  )
}
