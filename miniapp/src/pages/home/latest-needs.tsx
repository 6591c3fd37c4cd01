import { View } from '@tarojs/components'
import { LinkGroup, LinkLine } from '@/parts/link-line'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { useMyNeeds } from '@/parts/use-my-needs'
import { go } from '@/routes'
import { callPhone } from '@/platform/call'
import { useDraft } from '@/stores/draft'
import { useHotline } from '@/stores/reference'
import { useAppearance } from '@/hooks/use-appearance'
import { SectionTitle } from '@/ui'
import { words } from '@/words'
import { homeWords } from '@/words-filing'
import { progressWords } from '@/words-need'

/** My latest needs; for those who are not signed in, the way to look one up. */
export function LatestNeeds() {
  const sentAs = useDraft((draft) => draft.sentAs)
  const { outgoing: all, needs } = useMyNeeds()
  const outgoing = all.filter(({ key }) => key !== sentAs)
  const { items } = needs
  const hotline = useHotline()
  const { isLarge } = useAppearance()
  const shown = isLarge ? 1 : 2

  if (!items?.length && !outgoing.length) {
    return (
      <LinkGroup>
        <LinkLine icon="search" words={progressWords.lookup} onPress={() => void go.lookup()} />
        {!isLarge && (
          <LinkLine icon="phone" words={words.hotline(hotline)} onPress={() => callPhone(hotline)} />
        )}
      </LinkGroup>
    )
  }
  return (
    <View>
      <SectionTitle>{homeWords.mine}</SectionTitle>
      {outgoing.map((item) => (
        <OutgoingCard key={item.key} item={item} />
      ))}
      {items?.slice(0, shown).map((need) => (
        <NeedCard key={need.id} need={need} />
      ))}
      {(items?.length ?? 0) > shown && (
        <LinkLine icon="clock" words={homeWords.all} onPress={() => void go.progress()} />
      )}
    </View>
  )
}
