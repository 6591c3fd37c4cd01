import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { usePages } from '@/hooks/use-pages'
import { LinkLine } from '@/parts/link-line'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { go } from '@/routes'
import { myNeeds } from '@/services/needs'
import { useDraft } from '@/stores/draft'
import { useOutgoing } from '@/stores/outgoing-queue'
import { useSession } from '@/stores/session'
import { SectionTitle } from '@/ui'
import { homeWords, progressWords } from '@/words'

const SHOWN = 2

/** My latest needs; for those who are not signed in, the way to look one up. */
export function LatestNeeds() {
  const person = useSession((sessions) => sessions.resident?.person.id ?? null)
  const sentAs = useDraft((draft) => draft.sentAs)
  const outgoing = useOutgoing(({ items }) => items).filter(({ key }) => key !== sentAs)
  const { items, reload } = usePages(person, myNeeds)
  useDidShow(reload)

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
