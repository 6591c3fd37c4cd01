import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { LinkLine } from '@/parts/link-line'
import { Listing } from '@/parts/listing'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { useMyNeeds } from '@/parts/use-my-needs'
import { go } from '@/routes'
import { ensureResident } from '@/stores/sign-in'
import { Blank, Page } from '@/ui'
import { progressWords } from '@/words-need'

/** All my needs, the ones that are still on the phone on top. */
export default function Progress() {
  const { person, outgoing, needs } = useMyNeeds()
  useReachBottom(needs.more)
  usePullDownRefresh(() => {
    needs.reload()
    Taro.stopPullDownRefresh()
  })

  return (
    <Page title={progressWords.title} isTab hasCards overlay={<SignInSheet />}>
      {outgoing.map((item) => (
        <OutgoingCard key={item.key} item={item} />
      ))}
      {person === null ? (
        <SignedOut />
      ) : (
        <Listing inColumns pages={needs} empty={outgoing.length === 0 && <Nothing />}>
          {(need) => <NeedCard key={need.id} need={need} />}
        </Listing>
      )}
      <LinkLine icon="search" words={progressWords.lookup} onPress={() => void go.lookup()} />
    </Page>
  )
}

function SignedOut() {
  return (
    <Blank
      icon="user"
      title={progressWords.signedOutTitle}
      step={{ words: progressWords.signIn, onPress: () => void ensureResident().catch(() => null) }}
    >
      {progressWords.signedOut}
    </Blank>
  )
}

function Nothing() {
  return (
    <Blank
      icon="empty"
      title={progressWords.emptyTitle}
      step={{ words: progressWords.start, onPress: () => void go.home() }}
    >
      {progressWords.empty}
    </Blank>
  )
}
