import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import {
  type AspectLevels,
  asksForRework,
  ratingLevelWords,
  ratingTags,
  type RatingLevel,
} from '@minsheng/shared'
import type { NeedView, NewRating, RatingView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { rateNeed } from '@/services/needs'
import { Button, Chips, Faces, Field, Notice, Sheet } from '@/ui'
import { TellMe } from '@/parts/tell-me'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { ratingWords } from '@/words-need'
import { RatingAspects } from './rating-aspects'
import styles from './rating-sheet.module.scss'

interface RatingSheetProps {
  needId: string
  /** What is stored already; null: nothing to say more about. */
  rating: RatingView | null
  /** From when on only words can be added; null: it has just been given. */
  fixedAt: string | null
  onClose: () => void
  onRated: (need: NeedView) => void
}

/** The face is stored already. What follows is optional, and one tap leaves. */
export function RatingSheet({ rating, onClose, ...rest }: RatingSheetProps) {
  return (
    <Sheet open={rating !== null} title={ratingWords.title} closeLabel={words.close} onClose={onClose}>
      {rating && <More rating={rating} onClose={onClose} {...rest} />}
    </Sheet>
  )
}

type RatingTag = NonNullable<NewRating['tags']>[number]
const allTags: RatingTag[] = [...ratingTags.content, ...ratingTags.discontent]

const solvedOptions = [
  { value: 'yes', words: ratingWords.solved },
  { value: 'no', words: ratingWords.unsolved },
] as const

function More({ needId, rating, fixedAt, onClose, onRated }: RatingSheetProps & { rating: RatingView }) {
  const [level, setLevel] = useState<RatingLevel>(rating.level)
  const [solved, setSolved] = useState<boolean | null>(rating.solved)
  const [tags, setTags] = useState<RatingTag[]>(allTags.filter((tag) => rating.tags.includes(tag)))
  const said = useRef(rating.words ?? '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const aspects = useRef<AspectLevels>(rating.aspects)
  // Once it has led to rework, or after a day, the judgement stands; only words are added.
  const isRework = asksForRework(rating)
  const isFixed = fixedAt !== null && Date.now() > Date.parse(fixedAt)
  const offered = level <= 2 ? ratingTags.discontent : ratingTags.content

  const save = async (change: NewRating) => {
    setBusy(true)
    setProblem(null)
    try {
      onRated(await rateNeed(needId, change))
      return true
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
      return false
    } finally {
      setBusy(false)
    }
  }
  const finish = async () => {
    const added =
      solved !== rating.solved ||
      tags.join() !== rating.tags.join() ||
      aspects.current !== rating.aspects ||
      said.current.trim() !== (rating.words ?? '')
    const more = {
      ...{ level, tags, words: said.current.trim() },
      ...(solved !== null && { solved }),
      ...(!isFixed && { aspects: aspects.current }),
    }
    if (!added || (await save(more))) onClose()
  }
  const change = (next: RatingLevel) => {
    setLevel(next)
    setTags([])
    void save({ level: next })
  }

  return (
    <>
      <Notice icon="check">
        {isFixed
          ? ratingWords.fixed
          : asksForRework({ level, solved })
            ? ratingWords.storedBad
            : ratingWords.stored}
      </Notice>
      {!isFixed && (
        <>
          <Faces
            label={ratingWords.faces}
            words={ratingLevelWords}
            value={level}
            onChoose={(next) => (isRework || next === level ? undefined : change(next))}
          />
          <View className={styles.group}>
            <Chips
              single
              label={ratingWords.solvedLabel}
              options={solvedOptions}
              chosen={solved === null ? [] : [solved ? 'yes' : 'no']}
              onToggle={(value) => setSolved(value === 'yes')}
            />
          </View>
        </>
      )}
      <View className={styles.group}>
        <Chips
          label={ratingWords.tagsLabel}
          options={offered.map((tag: RatingTag) => ({ value: tag, words: tag }))}
          chosen={tags}
          onToggle={(tag) =>
            setTags((old) => (old.includes(tag) ? old.filter((one) => one !== tag) : [...old, tag]))
          }
        />
      </View>
      <Field
        label={ratingWords.words}
        multiline
        maxLength={500}
        initial={rating.words ?? ''}
        onText={(text) => (said.current = text)}
      />
      {!isFixed && (
        <RatingAspects initial={rating.aspects} onChange={(levels) => (aspects.current = levels)} />
      )}
      {problem && <Notice tone="amber">{problem}</Notice>}
      {asksForRework({ level, solved }) && <TellMe />}
      <Button onPress={() => void finish()} busy={busy && ratingWords.saving}>
        {ratingWords.done}
      </Button>
    </>
  )
}
