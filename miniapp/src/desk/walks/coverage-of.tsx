import { useState } from 'react'
import { View } from '@tarojs/components'
import { isPermitted, plusMonths, shanghaiMonth } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import walks from './walks.module.scss'
import { useRequest } from '@/hooks/use-request'
import { go } from '@/routes'
import type { CoverageRow } from '@/services/api'
import { coverage } from '@/services/walks'
import { useSession } from '@/stores/session'
import { Blank, Button, Chips, Failed, SectionTitle, Skeleton } from '@/ui'
import { words } from '@/words'
import { walkWords } from '@/words-walks'
import { CoverageCard } from './coverage-card'

type Month = keyof typeof walkWords.months
const months = (['this', 'last'] as const).map((value) => ({ value, words: walkWords.months[value] }))

/** How much of an area was walked in a month, and of each of its parts; a part is opened by a press. */
export function CoverageOf() {
  const [month, setMonth] = useState<Month>('this')
  const [path, setPath] = useState<CoverageRow[]>([])
  const mayKeep = useSession(({ staff }) => isPermitted('household.keep', staff?.person.roles ?? []))
  const areaId = path.at(-1)?.areaId ?? null
  const which = plusMonths(shanghaiMonth(new Date()), month === 'this' ? 0 : -1)
  const seen = useRequest(`${areaId} ${which}`, () => coverage(areaId, which))
  return (
    <>
      <View className={walks.months}>
        <Chips single label={walkWords.month} options={months} chosen={[month]} onToggle={setMonth} />
      </View>
      {path.length > 0 && (
        <Button look="soft" onPress={() => setPath(path.slice(0, -1))}>
          {walkWords.up}
        </Button>
      )}
      {!seen.data && seen.error && <Failed error={seen.error} onRetry={seen.reload} />}
      {!seen.data && !seen.error && <Skeleton label={words.loading} cards={4} />}
      {seen.data && seen.data.whole.households === 0 && (
        <Blank icon="building" title={walkWords.emptyTitle}>
          {walkWords.empty}
        </Blank>
      )}
      {seen.data && seen.data.whole.households > 0 && (
        <>
          <View className={styles.list}>
            <CoverageCard row={seen.data.whole} />
          </View>
          {seen.data.parts.length > 0 && (
            <SectionTitle>{walkWords.parts[seen.data.whole.level]}</SectionTitle>
          )}
          <View className={styles.cards}>
            {seen.data.parts.map((part) => (
              <CoverageCard
                key={part.areaId}
                row={part}
                {...(part.level === 'grid'
                  ? { mapMonth: which, ...(mayKeep && { onDoors: () => void go.register(part.areaId) }) }
                  : { onOpen: () => setPath([...path, part]) })}
              />
            ))}
          </View>
        </>
      )}
    </>
  )
}
