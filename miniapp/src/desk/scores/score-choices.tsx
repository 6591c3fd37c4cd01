import { type Period, periods } from '@/desk/parts/periods'
import type { ScoreBy } from '@/services/api'
import { Card, Chips } from '@/ui'
import { scoreWords } from '@/words-scores'
import styles from './score-choices.module.scss'

const bys = Object.keys(scoreWords.by) as ScoreBy[]

interface ScoreChoicesProps {
  period: Period
  onPeriod: (period: Period) => void
  by: ScoreBy
  onBy: (by: ScoreBy) => void
}

/** Of when, and by what. */
export function ScoreChoices({ period, onPeriod, by, onBy }: ScoreChoicesProps) {
  return (
    <Card className={styles.choices}>
      <Chips
        single
        label={scoreWords.period}
        options={periods.map((value) => ({ value, words: scoreWords.periods[value] }))}
        chosen={[period]}
        onToggle={onPeriod}
      />
      <Chips
        single
        label={scoreWords.byLabel}
        options={bys.map((value) => ({ value, words: scoreWords.by[value] }))}
        chosen={[by]}
        onToggle={onBy}
      />
    </Card>
  )
}
