import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { useRequest } from '@/hooks/use-request'
import type { AreaView } from '@/services/api'
import { hoursOfAreas, setHours } from '@/services/deadlines'
import { Button, Card, Failed, Field, Notice, Skeleton } from '@/ui'
import { words } from '@/words'
import { hoursWords } from '@/words-deadlines'
import { FormFoot } from './form-foot'
import { useSaving } from './use-saving'

/** When the district works, and the streets that work otherwise. */
export function Hours() {
  const areas = useRequest('hours', hoursOfAreas)
  const [edited, setEdited] = useState<string | null>(null)
  if (areas.error) return <Failed error={areas.error} onRetry={areas.reload} />
  if (!areas.data) return <Skeleton label={words.loading} cards={4} />
  const done = () => {
    setEdited(null)
    areas.reload()
  }
  return (
    <View className={styles.list}>
      <Notice>{hoursWords.hint}</Notice>
      {areas.data.map(({ area, hours }) =>
        edited === area.id ? (
          <HoursForm
            key={area.id}
            area={area}
            hours={hours ?? []}
            onDone={done}
            onCancel={() => setEdited(null)}
          />
        ) : (
          <Card key={area.id} className={styles.head}>
            <View className={styles.main}>
              <View className={styles.name}>{area.name}</View>
              <View className={styles.small}>{hours?.join('　') ?? withoutOwn(area)}</View>
            </View>
            <Button look="soft" className={styles.narrow} onPress={() => setEdited(area.id)}>
              {hoursWords.change}
            </Button>
          </Card>
        ),
      )}
    </View>
  )
}

const withoutOwn = ({ level }: AreaView) =>
  level === 'district' ? hoursWords.standard : hoursWords.likeDistrict

interface HoursFormProps {
  area: AreaView
  hours: string[]
  onDone: () => void
  onCancel: () => void
}

function HoursForm({ area, hours, onDone, onCancel }: HoursFormProps) {
  const typed = useRef(hours.join(' '))
  const { busy, problems, save } = useSaving(onDone)
  const send = () => void save(() => setHours(area.id, typed.current.split(/[\s,，、;；]+/).filter(Boolean)))
  return (
    <Card>
      <View className={styles.name}>{area.name}</View>
      <View className={styles.write}>
        <Field
          label={hoursWords.hours}
          initial={typed.current}
          maxLength={60}
          hint={hoursWords.hoursHint}
          onText={(text) => (typed.current = text)}
        />
      </View>
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
    </Card>
  )
}
