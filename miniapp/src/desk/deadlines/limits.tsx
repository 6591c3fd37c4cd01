import { useEffect, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { clockWords, formatDays, shanghaiDate, urgencyWords } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { ask } from '@/platform/ask'
import type { LimitView } from '@/services/api'
import { endLimit, limits } from '@/services/deadlines'
import { needReference, useReference } from '@/stores/reference'
import { Blank, Button, Card, Notice } from '@/ui'
import { limitWords } from '@/words-deadlines'
import { LimitForm } from './limit-form'
import { useSaving } from './use-saving'

/** The limits that the city has set, the newest first. */
export function Limits() {
  const list = usePages('limits', limits)
  const [isAdding, setAdding] = useState(false)
  const { problems, save } = useSaving(list.reload)
  useEffect(() => needReference('categories'), [])
  useReachBottom(list.more)
  const done = () => {
    setAdding(false)
    list.reload()
  }
  const end = async ({ id }: LimitView) => {
    if (await ask(limitWords.endAsk)) await save(() => endLimit(id, shanghaiDate(new Date())))
  }
  return (
    <View className={styles.list}>
      <Notice>{limitWords.hint}</Notice>
      {isAdding ? (
        <LimitForm onDone={done} onCancel={() => setAdding(false)} />
      ) : (
        <Button onPress={() => setAdding(true)}>{limitWords.add}</Button>
      )}
      {problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {problem}
        </Notice>
      ))}
      <Listing
        pages={list}
        className={styles.list}
        empty={
          <Blank icon="clock" title={limitWords.emptyTitle}>
            {limitWords.empty}
          </Blank>
        }
      >
        {(limit) => <LimitCard key={limit.id} limit={limit} onEnd={() => void end(limit)} />}
      </Listing>
    </View>
  )
}

function LimitCard({ limit, onEnd }: { limit: LimitView; onEnd: () => void }) {
  const { kind, amount, unit, urgency, categoryId, areaName, validFrom, validUntil } = limit
  const category = useReference(({ categories }) => categories?.find(({ id }) => id === categoryId)?.name)
  const scope = [
    urgency ? urgencyWords[urgency] : null,
    category ?? (categoryId ? null : limitWords.anyCategory),
    areaName ?? limitWords.anyArea,
  ]
  const today = shanghaiDate(new Date())
  const mayEnd = validFrom <= today && (validUntil === null || validUntil > today)
  return (
    <Card className={styles.head}>
      <View className={styles.main}>
        <View className={styles.name}>{`${clockWords[kind]} ${amount} ${limitWords.units[unit]}`}</View>
        <View className={styles.small}>{scope.filter(Boolean).join('，')}</View>
        <View className={styles.small}>{formatDays(validFrom, validUntil, new Date())}</View>
      </View>
      {mayEnd && (
        <Button look="soft" className={styles.narrow} onPress={onEnd}>
          {limitWords.end}
        </Button>
      )}
    </Card>
  )
}
