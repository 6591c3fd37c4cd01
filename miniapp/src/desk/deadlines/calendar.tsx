import { useState } from 'react'
import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { useRequest } from '@/hooks/use-request'
import { workCalendar } from '@/services/deadlines'
import { Button, Card, Failed, Notice, Skeleton } from '@/ui'
import { words } from '@/words'
import { calendarWords } from '@/words-deadlines'
import { CalendarForm } from './calendar-form'

/** The years that are there, and loudly those that are not. WORKFLOW §5 */
export function Calendar() {
  const calendar = useRequest('calendar', workCalendar)
  const [edited, setEdited] = useState<number | 'new' | null>(null)
  if (calendar.error) return <Failed error={calendar.error} onRetry={calendar.reload} />
  if (!calendar.data) return <Skeleton label={words.loading} cards={3} />
  const { items, missingYears } = calendar.data
  const done = () => {
    setEdited(null)
    calendar.reload()
  }
  const form = (year: number | undefined) => (
    <CalendarForm
      year={items.find((each) => each.year === year)}
      suggested={missingYears[0]}
      onDone={done}
      onCancel={() => setEdited(null)}
    />
  )
  return (
    <View className={styles.list}>
      {missingYears.map((year) => (
        <Notice key={year} tone="red" icon="clock" title={calendarWords.missing(year)}>
          {calendarWords.missingHint}
        </Notice>
      ))}
      <Notice>{calendarWords.hint}</Notice>
      {edited === 'new' ? (
        form(undefined)
      ) : (
        <Button onPress={() => setEdited('new')}>{calendarWords.add}</Button>
      )}
      {items.map(({ year, holidays, makeUpWorkdays, source }) =>
        edited === year ? (
          <View key={year}>{form(year)}</View>
        ) : (
          <Card key={year} className={styles.head}>
            <View className={styles.main}>
              <View className={styles.name}>{calendarWords.yearTitle(year)}</View>
              <View className={styles.small}>
                {calendarWords.counts(holidays.length, makeUpWorkdays.length)}
              </View>
              <View className={styles.small}>{source}</View>
            </View>
            <Button look="soft" className={styles.narrow} onPress={() => setEdited(year)}>
              {calendarWords.change}
            </Button>
          </Card>
        ),
      )}
    </View>
  )
}
