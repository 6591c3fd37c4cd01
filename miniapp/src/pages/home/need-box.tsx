import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { dangerIn, needTextMax, type DangerKind } from '@minsheng/shared'
import { useAppearance } from '@/hooks/use-appearance'
import { DangerNotice } from '@/parts/danger-notice'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import { changeDraft, useDraft } from '@/stores/draft'
import { placeText } from '@/stores/place'
import { useSession } from '@/stores/session'
import { a11y, Button, cx, Icon, Notice, Press, RawField, Toggle } from '@/ui'
import { wordsOfCode } from '@/words-errors'
import { homeWords } from '@/words-filing'
import type { Filing } from './use-filing'
import type { Locating } from './use-locating'
import styles from './need-box.module.scss'

interface NeedBoxProps {
  filing: Filing
  locating: Locating
  onPlace: () => void
  onContact: () => void
}

/** The big box: words, photos, voice, and what is filled in already. */
export function NeedBox({ filing, locating, onPlace, onContact }: NeedBoxProps) {
  const edition = useDraft((draft) => draft.edition)
  const attachments = useDraft((draft) => draft.attachments)
  const refusal = useDraft((draft) => draft.refusal)
  const [danger, setDanger] = useState<DangerKind[]>(() => dangerIn(useDraft.getState().text))
  const { isLarge } = useAppearance()
  const tray = useTray({
    realm: 'resident',
    files: attachments,
    change: (next) => useDraft.setState((draft) => ({ attachments: next(draft.attachments) })),
    onUse: locating.find,
  })

  const onText = (text: string) => {
    changeDraft({ text, ...(useDraft.getState().refusal?.field === 'text' && { refusal: null }) })
    const found = dangerIn(text)
    setDanger((before) => (before.join() === found.join() ? before : found))
  }
  const textIsWrong = refusal?.field === 'text'

  return (
    <View>
      <View className={styles.question} {...a11y('heading')}>
        {isLarge ? homeWords.questionLarge : homeWords.question}
      </View>
      <RawField
        key={edition}
        multiline
        label={homeWords.textLabel}
        placeholder={isLarge ? homeWords.placeholderLarge : homeWords.placeholder}
        initial={useDraft.getState().text}
        maxLength={needTextMax}
        invalid={textIsWrong}
        className={cx(styles.text, textIsWrong && styles.wrong)}
        onText={onText}
        onFocus={locating.find}
      />
      <Tray tray={tray} />
      {isLarge ? (
        <KnownPlace onPress={onPlace} />
      ) : (
        <View className={styles.lines}>
          <PlaceLine finding={locating.finding} onPress={onPlace} />
          <ContactLine onPress={onContact} />
        </View>
      )}
      <DangerNotice kinds={danger} />
      {refusal && <Notice tone="amber">{wordsOfCode(refusal.code, refusal.title)}</Notice>}
      <Button onPress={() => void filing.submit()} busy={filing.isBusy && homeWords.submitting}>
        {isLarge ? homeWords.submitLarge : homeWords.submit}
      </Button>
    </View>
  )
}

function PlaceLine({ finding, onPress }: { finding: boolean; onPress: () => void }) {
  const place = useDraft((draft) => draft.place)
  const words = place ? placeText(place) : finding ? homeWords.placeFinding : homeWords.placeMissing
  return (
    <Press
      className={styles.line}
      label={`${homeWords.place}：${words}，${homeWords.change}`}
      onPress={onPress}
    >
      <Icon name="pin" />
      <Text className={cx(styles.value, !place && !finding && styles.missing)}>{words}</Text>
      <Text className={cx(!place && styles.missing)}>{place ? homeWords.change : homeWords.choose}</Text>
    </Press>
  )
}

/** In large type nothing is asked that can be asked on the way; what is known can be changed. */
function KnownPlace({ onPress }: { onPress: () => void }) {
  const isKnown = useDraft((draft) => draft.place !== null)
  return <View className={styles.lines}>{isKnown && <PlaceLine finding={false} onPress={onPress} />}</View>
}

function ContactLine({ onPress }: { onPress: () => void }) {
  const masked = useSession((sessions) => sessions.resident?.person.phoneMasked)
  const typed = useDraft((draft) => draft.contactPhone)
  const anonymous = useDraft((draft) => draft.anonymous)
  const words = typed ?? masked ?? homeWords.contactMissing
  return (
    <>
      <View className={styles.split}>
        <Press
          className={styles.contact}
          label={`${homeWords.contactLabel}：${words}，${homeWords.change}`}
          onPress={onPress}
        >
          <Icon name="phone" />
          <Text className={cx(styles.value, !typed && !masked && styles.later)}>{words}</Text>
        </Press>
        <Toggle
          short
          words={homeWords.anonymous}
          on={anonymous}
          onChange={(on) => changeDraft({ anonymous: on })}
        />
      </View>
      {anonymous && <View className={styles.hint}>{homeWords.anonymousHint}</View>}
    </>
  )
}
