import { useState } from 'react'
import { View } from '@tarojs/components'
import { go } from '@/routes'
import { Card, Chips, cx, Icon, Press, SectionTitle, Track } from '@/ui'
import { planWords } from '@/words-grid'
import { type Building, buildingsOf, gridPlans, planOf, type Standing, standingOf } from '../store/coverage'
import { found } from '../store/finding'
import { useGrid } from '../store/grid'
import styles from './grid.module.scss'
import plan from './visit-plan.module.scss'
import { useHouseholds } from './use-grid'

type Shown = 'all' | Extract<Standing, 'days60' | 'days90'>

/** 民情大走访 of my grids: how far this month is, and which doors are left, building by building. From the phone alone. */
export function VisitPlan() {
  const households = useHouseholds()
  const [shown, setShown] = useState<Shown>('all')
  const now = new Date()
  const counted = (filter: Shown) => found(households, { words: '', filter, now })
  const options = (['all', 'days60', 'days90'] as const).map((value) => ({
    value,
    words: planWords.filter(value, counted(value).length),
  }))
  return (
    <>
      <Month now={now} />
      <SectionTitle>{planWords.doors}</SectionTitle>
      <Chips single label={planWords.filters} options={options} chosen={[shown]} onToggle={setShown} />
      <View className={styles.gap} />
      <Legend />
      <Buildings buildings={buildingsOf(counted(shown))} now={now} />
    </>
  )
}

function Month({ now }: { now: Date }) {
  const households = useHouseholds()
  const { grids } = useGrid(({ copy }) => copy)
  const { all, visited, left, daysLeft, perDay } = planOf(households, now)
  const words = planWords.visited(visited, all)
  return (
    <Card>
      <View className={styles.title}>{planWords.month(now)}</View>
      <View className={styles.names}>{words}</View>
      <Track share={all ? visited / all : 0} label={words} />
      <View className={styles.small}>{left ? planWords.left(left, daysLeft, perDay) : planWords.done}</View>
      {grids.length > 1 && (
        <View className={plan.grids}>
          {gridPlans(grids, households, now).map((grid) => (
            <View key={grid.id} className={styles.member}>
              <View className={styles.top}>
                <View>{grid.name}</View>
                <View>{planWords.share(grid.visited, grid.all)}</View>
              </View>
              <Track share={grid.all ? grid.visited / grid.all : 0} label={grid.name} />
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}

const standings = ['visited', 'left', 'days60', 'days90'] as const

/** What the marks mean: a mark and words, never a colour alone. */
function Legend() {
  return (
    <View className={plan.legend}>
      {standings.map((standing) => (
        <View key={standing} className={plan.meaning}>
          <View className={cx(plan.mark, plan[standing])} aria-hidden="true">
            {planWords.mark[standing]}
          </View>
          <View>{planWords.standing[standing]}</View>
        </View>
      ))}
    </View>
  )
}

function Buildings({ buildings, now }: { buildings: Building[]; now: Date }) {
  const [open, setOpen] = useState<string | null>(null)
  const { grids } = useGrid(({ copy }) => copy)
  if (!buildings.length) return <Card>{planWords.none}</Card>
  return (
    <>
      {buildings.map((building) => {
        const { key, name, gridId, doors } = building
        const visited = doors.filter((door) => standingOf(door, now) === 'visited').length
        const grid = grids.length > 1 && grids.find(({ id }) => id === gridId)?.name
        return (
          <Card key={key}>
            <Press
              className={cx(styles.top, plan.building)}
              expanded={open === key}
              onPress={() => setOpen((before) => (before === key ? null : key))}
            >
              <View className={styles.grow}>
                <View className={styles.title}>{name}</View>
                <View className={styles.small}>
                  {[grid, planWords.share(visited, doors.length)].filter(Boolean).join('　')}
                </View>
              </View>
              <Icon name="next" className={cx(plan.arrow, open === key && plan.down)} />
            </Press>
            {open === key && <Doors building={building} now={now} />}
          </Card>
        )
      })}
    </>
  )
}

function Doors({ building: { doors }, now }: { building: Building; now: Date }) {
  return (
    <View className={plan.doors}>
      {doors.map((door) => {
        const standing = standingOf(door, now)
        const name = [door.unit, door.room].filter(Boolean).join(' ')
        return (
          <Press
            key={door.id}
            role="link"
            className={cx(plan.door, plan[standing])}
            label={`${name}，${planWords.standing[standing]}`}
            onPress={() => void go.household(door.id)}
          >
            <View>{name}</View>
            <View>{planWords.mark[standing]}</View>
          </Press>
        )
      })}
    </View>
  )
}
