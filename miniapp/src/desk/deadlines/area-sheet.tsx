import { useEffect } from 'react'
import { ChoiceTree } from '@/parts/choice-tree'
import type { AreaView } from '@/services/api'
import { needReference, useReference } from '@/stores/reference'
import { Button, Sheet, Skeleton } from '@/ui'
import { words } from '@/words'
import { limitWords } from '@/words-deadlines'

export type ChosenArea = Pick<AreaView, 'id' | 'name'>

interface AreaSheetProps {
  open: boolean
  current: string | null
  onClose: () => void
  /** Null: everywhere. */
  onChoose: (area: ChosenArea | null) => void
}

/** Where: everywhere, in a whole town or street, or in one community. */
export function AreaSheet({ open, current, onClose, onChoose }: AreaSheetProps) {
  useEffect(() => needReference('streets', 'communities'), [])
  const streets = useReference((reference) => reference.streets)
  const communities = useReference((reference) => reference.communities)
  const wholeStreet = ({ id, name }: AreaView) => ({ id, name: limitWords.wholeStreet(name), parentId: id })
  return (
    <Sheet open={open} title={limitWords.area} closeLabel={words.close} onClose={onClose}>
      <Button look="soft" onPress={() => onChoose(null)}>
        {limitWords.anyArea}
      </Button>
      {streets && communities ? (
        <ChoiceTree
          label={limitWords.street}
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
