import { View } from '@tarojs/components'
import desk from '@/desk/parts/desk.module.scss'
import { Button, Field } from '@/ui'
import { registerWords } from '@/words-register'
import type { PersonTyped } from './household-draft'
import styles from './register.module.scss'

interface PersonFieldsProps {
  place: number
  /** Written into as it is typed. */
  person: PersonTyped
  onDrop: () => void
}

/** Somebody of a household as typed; numbers that are there already are not shown. */
export function PersonFields({ place, person, onDrop }: PersonFieldsProps) {
  const field = (name: 'name' | 'relation' | 'phone' | 'idNumber') => ({
    initial: person[name],
    onText: (text: string) => (person[name] = text),
  })
  return (
    <View className={styles.person}>
      <View className={desk.label}>{registerWords.person(place)}</View>
      <Field {...field('name')} label={registerWords.name} maxLength={20} />
      <Field
        {...field('relation')}
        label={registerWords.relation}
        hint={registerWords.relationHint}
        maxLength={20}
      />
      <Field {...field('phone')} kind="phone" label={registerWords.newPhone} maxLength={11} />
      <Field {...field('idNumber')} label={registerWords.newIdNumber} maxLength={18} />
      <Button look="quiet" onPress={onDrop}>
        {registerWords.dropPerson}
      </Button>
    </View>
  )
}
