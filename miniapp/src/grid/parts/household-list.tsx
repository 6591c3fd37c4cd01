import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { scanCode } from '@/platform/scan'
import { go } from '@/routes'
import { sceneIn } from '@/stores/scene'
import { Blank, Button, Chips, cx, Field, Icon, Notice, Press, Track } from '@/ui'
import { gridWords } from '@/words-grid'
import { syncNow } from '../store/grid'
import { found, visitedThisMonth, type Filter } from '../store/finding'
import styles from './grid.module.scss'
import { HouseholdRow } from './household-row'
import { useHouseholds } from './use-grid'

/** So many rows at once: a phone stays quick with a grid of 300 households. */
const PAGE = 30
const filters = Object.entries(gridWords.filter).map(([value, words]) => ({ value: value as Filter, words }))
const open = (id: string) => void go.household(id)

/** All households of my grids, to be found by room, name, door code, or by what is to be done. */
export function HouseholdList({ onAdd }: { onAdd: () => void }) {
  const all = useHouseholds()
  const [words, setWords] = useState('')
  const [edition, setEdition] = useState(0)
  const [filter, setFilter] = useState<Filter>('all')
  const [shown, setShown] = useState(PAGE)
  const now = new Date()
  const list = found(all, { words, filter, now })
  const more = () => setShown((before) => Math.min(before + PAGE, Math.max(PAGE, list.length)))
  useReachBottom(more)

  const search = (text: string) => {
    setWords(text)
    setShown(PAGE)
  }
  const choose = (next: Filter) => {
    setFilter(next)
    setShown(PAGE)
  }
  const showAll = () => {
    search('')
    choose('all')
    setEdition((before) => before + 1)
  }
  if (!all.length) {
    return (
      <Blank
        icon="empty"
        title={gridWords.emptyTitle}
        step={{ words: gridWords.now, onPress: () => void syncNow() }}
      >
        {gridWords.empty}
      </Blank>
    )
  }
  const visited = visitedThisMonth(all, now)
  return (
    <>
      <View className={styles.month}>
        <View>{gridWords.visited(visited, all.length)}</View>
        <Track share={visited / all.length} label={gridWords.visitedLabel} />
      </View>
      <Field
        key={edition}
        label={gridWords.search}
        placeholder={gridWords.search}
        isLabelHidden
        onText={search}
        end={<Scan />}
      />
      <Chips
        single
        label={gridWords.filters}
        options={filters}
        chosen={[filter]}
        onToggle={(next) => choose(next)}
      />
      <View className={styles.gap} />
      <View className={styles.small}>{gridWords.count(list.length)}</View>
      <View className={styles.gap} />
      {list.slice(0, shown).map((household) => (
        <HouseholdRow key={household.id} household={household} onOpen={open} />
      ))}
      {list.length > shown && (
        <Button look="soft" onPress={more}>
          {gridWords.more}
        </Button>
      )}
      {list.length === 0 && (
        <Blank
          icon="search"
          title={gridWords.noneTitle}
          step={{ words: gridWords.showAll, onPress: showAll }}
        >
          {gridWords.none}
        </Blank>
      )}
      {list.length <= shown && (
        <Button look="line" onPress={onAdd}>
          {gridWords.addDoor}
        </Button>
      )}
    </>
  )
}

/** The code at the door opens its household, without signal, too. In a browser the phone's own camera app does it. */
function Scan() {
  const all = useHouseholds()
  const [problem, setProblem] = useState<string | null>(null)
  if (!scanCode) return null
  const scan = async () => {
    setProblem(null)
    const scanned = (await scanCode?.()) ?? 'cancelled'
    if (typeof scanned === 'string') return setProblem(scanned === 'cancelled' ? null : gridWords.scanFailed)
    const code = sceneIn(scanned.text)
    const household = all.find(({ doorCode }) => doorCode === code)
    if (household) open(household.id)
    else setProblem(code ? gridWords.scanElsewhere : gridWords.scanUnknown)
  }
  return (
    <>
      <Press className={cx(styles.now, styles.scan)} label={gridWords.scan} onPress={() => void scan()}>
        <Icon name="scan" />
        <Text>{gridWords.scan}</Text>
      </Press>
      {problem && <Notice tone="amber">{problem}</Notice>}
    </>
  )
}
