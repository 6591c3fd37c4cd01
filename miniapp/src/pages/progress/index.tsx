import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { LinkLine } from '@/parts/link-line'
import { More } from '@/parts/more'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { useMyNeeds } from '@/parts/use-my-needs'
import { go } from '@/routes'
import { ensureResident } from '@/stores/sign-in'
import { Blank, Failed, Page, Skeleton } from '@/ui'
import { progressWords, words } from '@/words'

/** All my needs, the ones that are still on the phone on top. */
export default function Progress() {
  const { person, outgoing, needs } = useMyNeeds()
  useReachBottom(needs.more)
  usePullDownRefresh(() => {
    needs.reload()
    Taro.stopPullDownRefresh()
  })

  return (
    <Page title={progressWords.title} isTab overlay={<SignInSheet />}>
      {outgoing.map((item) => (
        <OutgoingCard key={item.key} item={item} />
      ))}
      {person === null ? (
        <SignedOut />
      ) : needs.items ? (
        <>
          {needs.items.map((need) => (
            <NeedCard key={need.id} need={need} />
          ))}
          {!needs.items.length && !outgoing.length && <Nothing />}
          <More pages={needs} />
        </>
      ) : needs.error ? (
        <Failed error={needs.error} onRetry={needs.reload} />
      ) : (
        <Skeleton label={words.loading} />
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
