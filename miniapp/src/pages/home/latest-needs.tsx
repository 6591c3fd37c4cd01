import { View } from '@tarojs/components'
import { LinkGroup, LinkLine } from '@/parts/link-line'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { useMyNeeds } from '@/parts/use-my-needs'
import { go } from '@/routes'
import { callPhone } from '@/platform/call'
import { useDraft } from '@/stores/draft'
import { useReference } from '@/stores/reference'
import { SectionTitle } from '@/ui'
import { homeWords, progressWords, words } from '@/words'

const SHOWN = 2
const HOTLINE = '12345'

/** My latest needs; for those who are not signed in, the way to look one up. */
export function LatestNeeds() {
  const sentAs = useDraft((draft) => draft.sentAs)
  const { outgoing: all, needs } = useMyNeeds()
  const outgoing = all.filter(({ key }) => key !== sentAs)
  const { items } = needs
  const hotline = useReference(({ setup }) => setup?.hotline ?? HOTLINE)

  if (!items?.length && !outgoing.length) {
    return (
      <LinkGroup>
        <LinkLine icon="search" words={progressWords.lookup} onPress={() => void go.lookup()} />
        <LinkLine icon="phone" words={words.hotline(hotline)} onPress={() => callPhone(hotline)} />
      </LinkGroup>
    )
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
