import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { ruleText } from '@/desk/parts/rule-text'
import { useRequest } from '@/hooks/use-request'
import type { FindingView, RuleView } from '@/services/api'
import { checkRules } from '@/services/routing'
import { useEnding } from './use-ending'
import { a11y, Blank, Button, Card, Failed, Notice, Skeleton, Tag, type Tone } from '@/ui'
import { ruleWords, whyWords } from '@/words-routing'
import type { RuleStart } from './rule-form'

/** What sends needs to a dispatcher is worse than what is only odd. */
const tones = {
  hole: 'red',
  conflict: 'red',
  department_gone: 'red',
  department_without_staff: 'amber',
  department_without_duty: 'amber',
  never_decides: 'plain',
  limit_without_effect: 'amber',
} as const satisfies Record<FindingView['kind'], Tone>

/** Found wrong with rules of which one is too many. */
const mayEnd: ReadonlySet<FindingView['kind']> = new Set(['conflict', 'never_decides', 'department_gone'])

/** What is wrong with the rules, each with the way to mend it. */
export function RuleChecks({ onStart }: { onStart: (start: RuleStart) => void }) {
  const checked = useRequest('rules', checkRules)
  const { problems, end } = useEnding(checked.reload)
  if (!checked.data)
    return checked.error ? (
      <Failed error={checked.error} onRetry={checked.reload} />
    ) : (
      <Skeleton label={ruleWords.checking} cards={3} />
    )
  const { rulesCount, casesCount, findings } = checked.data
  return (
    <View className={styles.list}>
      <Notice>{ruleWords.checked(rulesCount, casesCount)}</Notice>
      {problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {problem}
        </Notice>
      ))}
      {findings.length === 0 && (
        <Blank icon="check" title={ruleWords.allRight}>
          {ruleWords.allRightHint}
        </Blank>
      )}
      {findings.map((finding, at) => (
        <FindingCard key={at} finding={finding} onStart={onStart} onEnd={end} />
      ))}
    </View>
  )
}

interface FindingCardProps {
  finding: FindingView
  onStart: (start: RuleStart) => void
  onEnd: (rule: RuleView) => void
}

/** What is wrong, what mends it, and the buttons for it. */
function FindingCard({ finding, onStart, onEnd }: FindingCardProps) {
  const { kind, category, area, department, rules } = finding
  const about = [category?.name, category && (area?.name ?? whyWords.everywhere), department?.name]
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name} {...a11y('heading')}>
          {about.filter(Boolean).join(' · ') || rules[0]?.category.name}
        </View>
        <Tag tone={tones[kind]}>{ruleWords.weight[tones[kind]]}</Tag>
      </View>
      <View className={styles.small}>{ruleWords.findings[kind]}</View>
      <View className={styles.small}>{ruleWords.mending[kind]}</View>
      {kind === 'hole' && (
        <View className={styles.acts}>
          <Button look="soft" onPress={() => onStart({ category, area })}>
            {ruleWords.add}
          </Button>
        </View>
      )}
      {rules.map((rule) => (
        <View key={rule.id}>
          <View className={styles.small}>{ruleText(rule)}</View>
          <View className={styles.acts}>
            <Button look="soft" onPress={() => onStart({ rule })}>
              {ruleWords.change}
            </Button>
            {mayEnd.has(kind) && (
              <Button look="quiet" onPress={() => onEnd(rule)}>
                {ruleWords.end}
              </Button>
            )}
          </View>
        </View>
      ))}
    </Card>
  )
}
