import { useEffect } from 'react'
import { ChoiceTree } from '@/parts/choice-tree'
import type { AreaView } from '@/services/api'
import { needReference, useReference } from '@/stores/reference'
import { Button, Sheet, Skeleton } from '@/ui'
import { words } from '@/words'
import { areaWords } from '@/words-desk'

export type ChosenArea = Pick<AreaView, 'id' | 'name'>

interface AreaSheetProps {
  open: boolean
  current?: string | null
  onClose: () => void
  onChoose: (area: ChosenArea) => void
  /** No place in particular, where that can be chosen: how it is called. */
  whole?: { words: string; onChoose: () => void } | null | undefined
}

/** Where: everywhere, in a whole town or street, or in one community. */
export function AreaSheet({ open, current = null, onClose, onChoose, whole }: AreaSheetProps) {
  useEffect(() => needReference('streets', 'communities'), [])
  const streets = useReference((reference) => reference.streets)
  const communities = useReference((reference) => reference.communities)
  const wholeStreet = ({ id, name }: AreaView) => ({ id, name: areaWords.wholeStreet(name), parentId: id })
  return (
    <Sheet open={open} title={areaWords.title} closeLabel={words.close} onClose={onClose}>
      {whole && (
        <Button look="soft" onPress={whole.onChoose}>
          {whole.words}
        </Button>
      )}
      {streets && communities ? (
        <ChoiceTree
          label={areaWords.street}
          groups={streets}
          leaves={[...streets.map(wholeStreet), ...communities]}
          current={current}
          onChoose={onChoose}
        />
      ) : (
        <Skeleton label={words.loading} cards={2} />
      )}
    </Sheet>
  )
}
