import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import { LinkLine } from '@/parts/link-line'
import { SolvedCard } from '@/parts/solved-card'
import { go } from '@/routes'
import { solvedNear } from '@/services/disclosure'
import { SectionTitle } from '@/ui'
import { aroundWords } from '@/words-public'

const SHOWN = 2

/** Below what is one's own: two things that were solved in the district. Absent while there is nothing to show. */
export function AroundHome() {
  const { data } = useRequest('home', () => solvedNear(null, null))
  if (!data?.items.length) return null
  // One with a photo says it at a glance.
  const shown = [...data.items].sort((a, b) => Number(b.photos.length > 0) - Number(a.photos.length > 0))
  return (
    <View>
      <SectionTitle>{aroundWords.title}</SectionTitle>
      {shown.slice(0, SHOWN).map((item) => (
        <SolvedCard key={item.id} solved={item} />
      ))}
      <LinkLine icon="shield" words={aroundWords.more} onPress={() => void go.around()} />
    </View>
  )
}
