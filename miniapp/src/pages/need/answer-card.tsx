import { useState } from 'react'
import { View } from '@tarojs/components'
import { answerResultWords, formatMoment, ratingLevelWords, type RatingLevel } from '@minsheng/shared'
import { Attachments } from '@/parts/attachments'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { rateNeed } from '@/services/needs'
import { Button, Card, Faces, Notice, Tag, type Tone } from '@/ui'
import { needWords, ratingWords, wordsOfError } from '@/words'
import { RatingSheet } from './rating-sheet'
import styles from './answer-card.module.scss'

const tones: Record<NonNullable<NeedView['answer']>['result'], Tone> = {
  solved: 'done',
  partlySolved: 'amber',
  explained: 'plain',
  transferred: 'plain',
}

/** What the department answered, and the five faces: one tap stores. */
export function AnswerCard({ need, onRated }: { need: NeedView; onRated: (need: NeedView) => void }) {
  const [adding, setAdding] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { answer, rating } = need
  if (!answer) return null

  const rate = async (level: RatingLevel) => {
    setProblem(null)
    try {
      onRated(await rateNeed(need.id, { level }))
      setAdding(true)
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    }
  }

  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.title} role="heading" aria-level={2} aria-role="heading">
          {needWords.answer}
        </View>
        <Tag tone={tones[answer.result]}>{answerResultWords[answer.result]}</Tag>
      </View>
      <View className={styles.text}>{answer.text}</View>
      <Attachments files={answer.attachments} />
      <View className={styles.by}>
        {[answer.departmentName, formatMoment(new Date(answer.at), new Date())].filter(Boolean).join('　')}
      </View>
      {need.awaitsRating && !rating && (
        <View className={styles.ask}>
          <View className={styles.question}>{ratingWords.title}</View>
          <View className={styles.hint}>{ratingWords.hint}</View>
          <Faces
            label={ratingWords.faces}
            words={ratingLevelWords}
            value={null}
            onChoose={(level) => void rate(level)}
          />
        </View>
      )}
      {problem && <Notice tone="amber">{problem}</Notice>}
      {rating && (
        <View className={styles.ask}>
          <View className={styles.question}>{needWords.rated(ratingLevelWords[rating.level])}</View>
          <View className={styles.hint}>
            {[solvedWords(rating.solved), ...rating.tags, rating.words].filter(Boolean).join('　')}
          </View>
          {need.state === 'closed' && need.allowedActs.includes('rate') && (
            <Button look="quiet" onPress={() => setAdding(true)}>
              {needWords.addWords}
            </Button>
          )}
        </View>
      )}
      {rating && (
        <RatingSheet
          need={need}
          rating={rating}
          open={adding}
          onClose={() => setAdding(false)}
          onRated={onRated}
        />
      )}
    </Card>
  )
}

const solvedWords = (solved: boolean | null) =>
  solved === null ? null : solved ? needWords.ratedSolved : needWords.ratedUnsolved
