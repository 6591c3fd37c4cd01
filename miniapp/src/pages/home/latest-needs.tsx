import { View } from '@tarojs/components'
import { LinkLine } from '@/parts/link-line'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { useMyNeeds } from '@/parts/use-my-needs'
import { go } from '@/routes'
import { useDraft } from '@/stores/draft'
import { SectionTitle } from '@/ui'
import { homeWords, progressWords } from '@/words'

const SHOWN = 2

/** My latest needs; for those who are not signed in, the way to look one up. */
export function LatestNeeds() {
  const sentAs = useDraft((draft) => draft.sentAs)
  const { outgoing: all, needs } = useMyNeeds()
  const outgoing = all.filter(({ key }) => key !== sentAs)
  const { items } = needs

  if (!items?.length && !outgoing.length) {
    return <LinkLine icon="search" words={progressWords.lookup} onPress={() => void go.lookup()} />
  }
  return (
    <View>
      <SectionTitle>{homeWords.mine}</SectionTitle>
      {outgoing.map((item) => (
        <OutgoingCard key={item.key} item={item} />
      ))}
      {items?.slice(0, SHOWN).map((need) => (
        <NeedCard key={need.id} need={need} />
      ))}
      {(items?.length ?? 0) > SHOWN && (
        <LinkLine icon="clock" words={homeWords.all} onPress={() => void go.progress()} />
      )}
    </View>
  )
}
