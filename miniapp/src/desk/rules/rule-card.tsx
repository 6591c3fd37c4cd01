import { View } from '@tarojs/components'
import { formatDays, shanghaiDate } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import { ruleConditions } from '@/desk/parts/rule-text'
import type { RuleView } from '@/services/api'
import { a11y, Button, Card, Tag, type Tone } from '@/ui'
import { ruleWords, whyWords } from '@/words-routing'

interface RuleCardProps {
  rule: RuleView
  onChange: () => void
  onEnd: () => void
}

const tones = { now: 'jade', later: 'amber', over: 'plain' } as const satisfies Record<string, Tone>

/** One version of a rule: for what, where and when, to whom, and since when. */
export function RuleCard({ rule, onChange, onEnd }: RuleCardProps) {
  const { category, department, assisting, answerWorkdays, priority, version, validFrom, validUntil } = rule
  const now = new Date()
  const isOver = validUntil !== null && new Date(validUntil) <= now
  const standing = isOver ? 'over' : new Date(validFrom) > now ? 'later' : 'now'
  const valid = formatDays(dayOf(validFrom), validUntil && dayOf(validUntil), now)
  const lines = [
    ruleConditions(rule),
    department ? ruleWords.lead(department.name) : whyWords.dispatcher,
    assisting.length > 0 && ruleWords.helps(assisting.map(({ name }) => name)),
    answerWorkdays !== null && ruleWords.within(answerWorkdays),
    [whyWords.version(version), priority > 0 && ruleWords.first(priority), valid].filter(Boolean).join('，'),
  ]
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name} {...a11y('heading')}>
          {category.name}
        </View>
        <Tag tone={tones[standing]}>{ruleWords.standing[standing]}</Tag>
      </View>
      {lines.map(
        (line) =>
          line && (
            <View key={line} className={styles.small}>
              {line}
            </View>
          ),
      )}
      {!isOver && (
        <View className={styles.acts}>
          <Button look="soft" onPress={onChange}>
            {ruleWords.change}
          </Button>
          <Button look="quiet" onPress={onEnd}>
            {ruleWords.end}
          </Button>
        </View>
      )}
    </Card>
  )
}

const dayOf = (moment: string): string => shanghaiDate(new Date(moment))
