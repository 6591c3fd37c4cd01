import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { FormFoot } from '@/desk/deadlines/form-foot'
import { useSaving } from '@/desk/deadlines/use-saving'
import { AreaSheet } from '@/desk/parts/area-sheet'
import styles from '@/desk/parts/desk.module.scss'
import { toggled } from '@/parts/toggled'
import { CategorySheet } from '@/parts/category-sheet'
import type { FindingView, RuleView } from '@/services/api'
import { addRule, changeRule } from '@/services/routing'
import { a11y, Button, Card, Chips, Field } from '@/ui'
import { ruleWords, whyWords } from '@/words-routing'
import { bodyOf, choiceOf, problemsOf, type RuleChoice, type RuleTyped, typedOf } from './rule-draft'
import { RuleDepartments } from './rule-departments'

/** A rule to be changed, or what a new one begins with. */
export interface RuleStart extends Partial<Pick<FindingView, 'category' | 'area'>> {
  rule?: RuleView
}
interface RuleFormProps {
  start: RuleStart
  onDone: () => void
  onCancel: () => void
}

const months = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  words: ruleWords.month(at + 1),
}))
const fields: readonly [name: keyof RuleTyped, label: string, hint: string][] = [
  ['words', ruleWords.words, ruleWords.wordsHint],
  ['from', ruleWords.hours, ruleWords.hoursHint],
  ['until', ruleWords.hoursUntil, ruleWords.hoursHint],
  ['workdays', ruleWords.workdays, ruleWords.workdaysHint],
  ['priority', ruleWords.priority, ruleWords.priorityHint],
  ['validFrom', ruleWords.from, ruleWords.dateHint],
  ['validUntil', ruleWords.until, ruleWords.dateHint],
]

/** A rule, whole: for what, where and when, and who gets it. */
export function RuleForm({ start: { rule, category = null, area = null }, onDone, onCancel }: RuleFormProps) {
  const [choice, setChoice] = useState<RuleChoice>({
    ...choiceOf(rule),
    category: rule?.category ?? category,
    area: rule?.area ?? area,
  })
  const [sheet, setSheet] = useState<'category' | 'area' | null>(null)
  const typed = useRef(typedOf(rule))
  const { busy, problems, setProblems, save } = useSaving(onDone)
  const set = (change: Partial<RuleChoice>) => {
    setChoice((old) => ({ ...old, ...change }))
    setSheet(null)
  }
  const send = () => {
    const wrong = problemsOf(choice, typed.current)
    if (wrong.length > 0) return setProblems(wrong)
    const body = bodyOf(choice, typed.current)
    void save(() => (rule ? changeRule(rule.ruleId, body) : addRule(body)))
  }
  return (
    <View className={styles.list}>
      <Card>
        <View className={styles.name} {...a11y('heading')}>
          {rule ? ruleWords.changing(rule.category.name) : ruleWords.add}
        </View>
        <View className={styles.label}>{ruleWords.category}</View>
        <Button look="soft" onPress={() => setSheet('category')}>
          {choice.category?.name ?? ruleWords.choose}
        </Button>
        <View className={styles.label}>{ruleWords.area}</View>
        <Button look="soft" onPress={() => setSheet('area')}>
          {choice.area?.name ?? whyWords.everywhere}
        </Button>
        <RuleDepartments choice={choice} onChange={set} />
        <View className={styles.label}>{ruleWords.months}</View>
        <Chips
          label={ruleWords.months}
          options={months}
          chosen={choice.months}
          onToggle={(month) => set({ months: [...toggled(choice.months, month)] })}
        />
        <View className={styles.label} />
        {fields.map(([name, label, hint]) => (
          <Field
            key={name}
            label={label}
            hint={hint}
            maxLength={name === 'words' ? 200 : 10}
            initial={typed.current[name]}
            onText={(text) => (typed.current = { ...typed.current, [name]: text.trim() })}
          />
        ))}
        <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
      </Card>
      <CategorySheet
        open={sheet === 'category'}
        title={ruleWords.category}
        current={choice.category?.id ?? null}
        onClose={() => setSheet(null)}
        onChoose={(chosen) => set({ category: chosen })}
      />
      <AreaSheet
        open={sheet === 'area'}
        onClose={() => setSheet(null)}
        onChoose={(chosen) => set({ area: chosen })}
        whole={{ words: whyWords.everywhere, onChoose: () => set({ area: null }) }}
      />
    </View>
  )
}
