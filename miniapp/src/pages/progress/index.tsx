import { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import { usePages } from '@/hooks/use-pages'
import { LinkLine } from '@/parts/link-line'
import { More } from '@/parts/more'
import { NeedCard } from '@/parts/need-card'
import { OutgoingCard } from '@/parts/outgoing-card'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { go } from '@/routes'
import { myNeeds } from '@/services/needs'
import { useOutgoing } from '@/stores/outgoing-queue'
import { useSession } from '@/stores/session'
import { ensureResident } from '@/stores/sign-in'
import { Blank, Button, Failed, Page, Skeleton } from '@/ui'
import { progressWords, words } from '@/words'

/** All my needs, the ones that are still on the phone on top. */
export default function Progress() {
  const person = useSession((sessions) => sessions.resident?.person.id ?? null)
  const outgoing = useOutgoing(({ items }) => items)
  const needs = usePages(person, myNeeds)
  useDidShow(needs.reload)
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
    <Blank icon="user" title={progressWords.signedOutTitle}>
      {progressWords.signedOut}
      <Button look="line" onPress={() => void ensureResident().catch(() => null)}>
        {progressWords.signIn}
      </Button>
    </Blank>
  )
}

function Nothing() {
  return (
    <Blank icon="empty" title={progressWords.emptyTitle}>
      {progressWords.empty}
      <Button look="line" onPress={() => void go.home()}>
        {progressWords.start}
      </Button>
    </Blank>
  )
}
