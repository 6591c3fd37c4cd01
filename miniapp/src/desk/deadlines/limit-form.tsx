import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import {
  clockWords,
  type LimitedClock,
  limitedClocks,
  type LimitUnit,
  limitUnits,
  shanghaiDate,
  urgencies,
  type Urgency,
  urgencyWords,
} from '@minsheng/shared'
import { AreaSheet, type ChosenArea } from '@/desk/parts/area-sheet'
import styles from '@/desk/parts/desk.module.scss'
import { CategorySheet } from '@/parts/category-sheet'
import type { CategoryView } from '@/services/api'
import { setLimit } from '@/services/deadlines'
import { Button, Card, Chips, Field } from '@/ui'
import { limitWords } from '@/words-deadlines'
import { FormFoot } from './form-foot'
import { useSaving } from './use-saving'

const kinds = limitedClocks.map((value) => ({ value, words: clockWords[value] }))
const units = limitUnits.map((value) => ({ value, words: limitWords.units[value] }))
const urgencyChoices = [
  { value: 'any' as const, words: limitWords.anyUrgency },
  ...urgencies.map((value) => ({ value, words: urgencyWords[value] })),
]

/** A limit for some needs, from a day on. */
export function LimitForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [kind, setKind] = useState<LimitedClock>('answer')
  const [unit, setUnit] = useState<LimitUnit>('workdays')
  const [urgency, setUrgency] = useState<Urgency | 'any'>('any')
  const [category, setCategory] = useState<CategoryView | null>(null)
  const [area, setArea] = useState<ChosenArea | null>(null)
  const [choosing, setChoosing] = useState<'category' | 'area' | null>(null)
  const typed = useRef({ amount: '', from: shanghaiDate(new Date()), until: '' })
  const { busy, problems, setProblems, save } = useSaving(onDone)
  const send = () => {
    const { amount, from, until } = typed.current
    if (!(Number(amount) > 0)) return setProblems([limitWords.amountWrong])
    void save(() =>
      setLimit({
        ...{ kind, unit, amount: Number(amount), validFrom: from.trim() },
        ...(urgency !== 'any' && { urgency }),
        ...(category && { categoryId: category.id }),
        ...(area && { areaId: area.id }),
        ...(until.trim() && { validUntil: until.trim() }),
      }),
    )
  }
  const field = (name: keyof typeof typed.current) => ({
    initial: typed.current[name],
    onText: (text: string) => (typed.current = { ...typed.current, [name]: text }),
  })
  const close = () => setChoosing(null)
  const chooseCategory = (chosen: CategoryView | null) => {
    setCategory(chosen)
    close()
  }
  const chooseArea = (chosen: ChosenArea | null) => {
    setArea(chosen)
    close()
  }
  return (
    <Card>
      <View className={styles.label}>{limitWords.kind}</View>
      <Chips single label={limitWords.kind} options={kinds} chosen={[kind]} onToggle={setKind} />
      <View className={styles.label}>{limitWords.unit}</View>
      <Chips single label={limitWords.unit} options={units} chosen={[unit]} onToggle={setUnit} />
      <View className={styles.label}>{limitWords.urgency}</View>
      <Chips
        single
        label={limitWords.urgency}
        options={urgencyChoices}
        chosen={[urgency]}
        onToggle={setUrgency}
      />
      <View className={styles.label}>{limitWords.category}</View>
      <Button look="soft" onPress={() => setChoosing('category')}>
        {category?.name ?? limitWords.anyCategory}
      </Button>
      <View className={styles.label}>{limitWords.area}</View>
      <Button look="soft" onPress={() => setChoosing('area')}>
        {area?.name ?? limitWords.anyArea}
      </Button>
      <View className={styles.label} />
      <Field {...field('amount')} label={limitWords.amount} maxLength={6} hint={limitWords.amountHint} />
      <Field {...field('from')} label={limitWords.from} maxLength={10} hint={limitWords.dateHint} />
      <Field {...field('until')} label={limitWords.until} maxLength={10} hint={limitWords.dateHint} />
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
      <CategorySheet
        open={choosing === 'category'}
        title={limitWords.category}
        current={category?.id ?? null}
        onClose={close}
        onChoose={chooseCategory}
        onAll={() => chooseCategory(null)}
      />
      <AreaSheet
        open={choosing === 'area'}
        current={area?.id ?? null}
        onClose={close}
        onChoose={chooseArea}
        whole={{ words: limitWords.anyArea, onChoose: () => chooseArea(null) }}
      />
    </Card>
  )
}
