import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import { useLive } from '@/hooks/use-live'
import { Attachments } from '@/parts/attachments'
import { DangerNotice } from '@/parts/danger-notice'
import { Lines } from '@/parts/lines'
import { LinkLine } from '@/parts/link-line'
import { NeedTimeline, PromiseCard } from '@/parts/need-progress'
import { StateStep } from '@/parts/state-step'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { ask } from '@/platform/ask'
import { tell } from '@/platform/tell'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { needIfChanged, withdrawNeed } from '@/services/needs'
import { go } from '@/routes'
import { useSession } from '@/stores/session'
import { ensureResident } from '@/stores/sign-in'
import { Blank, Button, Card, Notice, Page } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { needWords, progressWords } from '@/words-need'
import { type SaidAct, saidActs, sayWords } from '@/words-story'
import { AnswerCard } from './answer-card'
import { Complaint } from './complaint'
import { FollowUp } from './follow-up'
import { RatingSheet } from './rating-sheet'
import styles from './index.module.scss'
import { Remind } from './remind'
import { SaySheet } from './say-sheet'
import { Standing } from './standing'
import { useRating } from './use-rating'

/** One need: who has it, by when, what happened, what comes next. Fresh while it is seen. */
export default function Need() {
  const { id = '' } = useRouter().params
  const person = useSession((sessions) => sessions.resident?.person.id ?? null)
  const live = useLive(person && `${person}/${id}`, (etag) => needIfChanged(id, etag))
  const [saying, setSaying] = useState<SaidAct | null>(null)
  const rating = useRating(id, live.replace)
  const { data: need, error } = live

  if (person === null) return <SignedOut />
  return (
    <Page
      title={needWords.title}
      loading={!need}
      error={need ? null : error}
      onRetry={live.reload}
      overlay={
        need && (
          <>
            <SaySheet need={need} act={saying} onClose={() => setSaying(null)} onDone={live.replace} />
            <RatingSheet
              needId={id}
              rating={rating.given}
              fixedAt={need.ratingFixedAt}
              onClose={rating.close}
              onRated={live.replace}
            />
          </>
        )
      }
    >
      {need && (
        <>
          {error?.isPassing && (
            <Notice icon="offline" tone="amber">
              {needWords.stale}
            </Notice>
          )}
          <DangerNotice
            kinds={need.state === 'submitted' || need.state === 'dispatched' ? need.danger : []}
          />
          <PromiseCard need={need} />
          {!need.question && <StateStep state={need.state} isTooLate={need.isTooLate} />}
          <Standing need={need} onSupply={() => setSaying('supply')} />
          <AnswerCard
            need={need}
            problem={rating.problem}
            onRate={(level) => void rating.rate(level)}
            onAdd={() => need.rating && rating.add(need.rating)}
          />
          <FollowUp need={need} />
          <Complaint need={need}>
            <NeedTimeline need={need} />
            <Remind need={need} onDone={live.replace} />
          </Complaint>
          <Story need={need} />
          <Acts need={need} onDone={live.replace} onSay={setSaying} />
        </>
      )}
    </Page>
  )
}

function SignedOut() {
  return (
    <Page title={needWords.title} overlay={<SignInSheet />}>
      <Blank
        icon="user"
        title={progressWords.signedOutTitle}
        step={{ words: progressWords.signIn, onPress: () => void ensureResident().catch(() => null) }}
      >
        {progressWords.signedOut}
      </Blank>
      <LinkLine icon="search" words={progressWords.lookup} onPress={() => void go.lookup()} />
    </Page>
  )
}

function Story({ need }: { need: NeedView }) {
  const { category, area, address, contactPhoneMasked, anonymous, round } = need
  return (
    <Card>
      <View className={styles.text}>{need.text}</View>
      <Attachments files={need.attachments} />
      <Lines
        lines={[
          [needWords.category, category && `${category.fieldName} · ${category.name}`],
          [needWords.place, area && [area.streetName, area.name, address].filter(Boolean).join(' ')],
          [needWords.contact, anonymous ? needWords.anonymous : contactPhoneMasked],
          [needWords.submittedAt, formatMoment(new Date(need.submittedAt), new Date())],
          [needWords.rounds, round > 1 ? needWords.round(round) : null],
        ]}
      />
    </Card>
  )
}

function Acts({
  need,
  onDone,
  onSay,
}: {
  need: NeedView
  onDone: (need: NeedView) => void
  onSay: (act: SaidAct) => void
}) {
  const withdraw = async () => {
    if (!(await ask(needWords.withdrawAsk))) return
    try {
      onDone(await withdrawNeed(need.id, {}))
    } catch (thrown) {
      tell(wordsOfError(asApiError(thrown)))
    }
  }
  return (
    <>
      {saidActs
        .filter((act) => act !== 'supply' && need.allowedActs.includes(act)) // that stands with its question
        .map((act) => (
          <Button key={act} look="soft" onPress={() => onSay(act)}>
            {sayWords[act].open}
          </Button>
        ))}
      {need.allowedActs.includes('withdraw') && (
        <Button look="quiet" onPress={() => void withdraw()}>
          {needWords.withdraw}
        </Button>
      )}
    </>
  )
}
