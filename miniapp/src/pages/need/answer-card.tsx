import { View } from '@tarojs/components'
import { answerResultWords, formatMoment, ratingLevelWords, type RatingLevel } from '@minsheng/shared'
import { BeforeAfter } from '@/parts/before-after'
import type { NeedView } from '@/services/api'
import { a11y, Button, Card, Faces, Notice, Tag, type Tone } from '@/ui'
import { needWords, ratingWords } from '@/words-need'
import styles from './answer-card.module.scss'

const tones: Record<NonNullable<NeedView['answer']>['result'], Tone> = {
  solved: 'done',
  partlySolved: 'amber',
  explained: 'plain',
  transferred: 'plain',
}

interface AnswerCardProps {
  need: NeedView
  /** Why a rating was not stored. */
  problem: string | null
  onRate: (level: RatingLevel) => void
  /** To say more about a rating that is stored. */
  onAdd: () => void
}

/** What the department answered, and the five faces: one tap stores. */
export function AnswerCard({ need, problem, onRate, onAdd }: AnswerCardProps) {
  const { answer, rating, ratingFixedAt } = need
  const isChangeable = ratingFixedAt !== null && Date.parse(ratingFixedAt) > Date.now()
  if (!answer) return null
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.title} {...a11y('heading')}>
          {needWords.answer}
        </View>
        <Tag tone={tones[answer.result]}>{answerResultWords[answer.result]}</Tag>
      </View>
      <View className={styles.text}>{answer.text}</View>
      <BeforeAfter before={need.attachments} after={answer.attachments} />
      <View className={styles.by}>
        {[answer.departmentName, formatMoment(new Date(answer.at), new Date())].filter(Boolean).join('　')}
      </View>
      {need.awaitsRating && (
        <View className={styles.ask}>
          <View className={styles.question}>{ratingWords.title}</View>
          <View className={styles.hint}>{ratingWords.hint}</View>
          <Faces label={ratingWords.faces} words={ratingLevelWords} value={null} onChoose={onRate} />
        </View>
      )}
      {problem && <Notice tone="amber">{problem}</Notice>}
      {rating && !need.awaitsRating && (
        <View className={styles.ask}>
          <View className={styles.question}>{needWords.rated(ratingLevelWords[rating.level])}</View>
          <View className={styles.hint}>
            {[solvedWords(rating.solved), ...rating.tags, rating.words].filter(Boolean).join('　')}
          </View>
          {isChangeable && <View className={styles.hint}>{ratingWords.changeable}</View>}
          {need.allowedActs.includes('rate') && (
            <Button look="quiet" onPress={onAdd}>
              {isChangeable ? needWords.changeRating : needWords.addWords}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}

const solvedWords = (solved: boolean | null) =>
  solved === null ? null : solved ? needWords.ratedSolved : needWords.ratedUnsolved
