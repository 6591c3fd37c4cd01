import { go } from '@/routes'
import { Blank, type IconName } from '@/ui'
import { listedWords } from '@/words-public'

interface NothingListedProps {
  icon?: IconName
  title: string
  words: string
}

/** Nothing that is late is good news: what was done is a tap away. */
export function NothingListed({ icon = 'check', title, words }: NothingListedProps) {
  return (
    <Blank icon={icon} title={title} step={{ words: listedWords.around, onPress: () => void go.around() }}>
      {words}
    </Blank>
  )
}
