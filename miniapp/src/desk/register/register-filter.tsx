import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { shanghaiMonth } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import { useRequest } from '@/hooks/use-request'
import { Communities } from '@/parts/communities'
import type { AreaView } from '@/services/api'
import type { RegisterBy } from '@/services/register'
import { coverage } from '@/services/walks'
import { Button, Card, Chips, Field, Sheet } from '@/ui'
import { words } from '@/words'
import { registerWords } from '@/words-register'

type Days = keyof typeof registerWords.unvisitedDays
const days = (['any', '60', '90'] as const).map((value) => ({
  value,
  words: registerWords.unvisitedDays[value],
}))

interface RegisterFilterProps {
  /** Where one came from. */
  gridId: string | undefined
  /** @param grid the one that is looked at, if it is one alone */
  onFind: (by: RegisterBy, grid: string | null) => void
}

/** Where to look, and for whom. */
export function RegisterFilter({ gridId, onFind }: RegisterFilterProps) {
  const [community, setCommunity] = useState<Pick<AreaView, 'id' | 'name'> | null>(null)
  const [grid, setGrid] = useState<string | null>(gridId ?? null)
  const [unvisited, setUnvisited] = useState<Days>('any')
  const [isChoosing, setChoosing] = useState(false)
  const typed = useRef({ building: '', room: '' })
  const areaId = grid ?? community?.id
  const find = (change: { areaId?: string; grid?: string | null; unvisited?: Days } = {}) => {
    const at = change.areaId ?? areaId
    const inGrid = change.grid === undefined ? grid : change.grid
    const since = change.unvisited ?? unvisited
    const { building, room } = typed.current
    if (at)
      onFind(
        {
          areaId: at,
          ...(building && { building }),
          ...(room && { room }),
          ...(since !== 'any' && { unvisitedDays: since }),
        },
        inGrid,
      )
  }
  const choose = (chosen: AreaView) => {
    setCommunity(chosen)
    setGrid(null)
    setChoosing(false)
    find({ areaId: chosen.id, grid: null })
  }
  return (
    <Card>
      <View className={styles.label}>{registerWords.area}</View>
      <Button look="soft" onPress={() => setChoosing(true)}>
        {community?.name ?? registerWords.chooseArea}
      </Button>
      {community && (
        <Grids
          communityId={community.id}
          chosen={grid}
          onChoose={(id) => {
            setGrid(id)
            find({ areaId: id ?? community.id, grid: id })
          }}
        />
      )}
      <View className={styles.label}>{registerWords.unvisited}</View>
      <Chips
        single
        label={registerWords.unvisited}
        options={days}
        chosen={[unvisited]}
        onToggle={(value) => {
          setUnvisited(value)
          find({ unvisited: value })
        }}
      />
      <View className={styles.label} />
      <Field
        label={registerWords.building}
        hint={registerWords.buildingHint}
        maxLength={20}
        onText={(text) => (typed.current.building = text.trim())}
        onConfirm={() => find()}
      />
      <Field
        label={registerWords.room}
        hint={registerWords.roomHint}
        maxLength={10}
        onText={(text) => (typed.current.room = text.trim())}
        onConfirm={() => find()}
      />
      <Button disabled={!areaId} onPress={() => find()}>
        {registerWords.find}
      </Button>
      <Sheet
        open={isChoosing}
        title={registerWords.chooseArea}
        closeLabel={words.close}
        onClose={() => setChoosing(false)}
      >
        <Communities current={community?.id ?? null} onChoose={choose} />
      </Sheet>
    </Card>
  )
}

interface GridsProps {
  communityId: string
  chosen: string | null
  onChoose: (id: string | null) => void
}

const ALL = 'all'

/** The grids of a community, or all of them. */
function Grids({ communityId, chosen, onChoose }: GridsProps) {
  const { data } = useRequest(communityId, () => coverage(communityId, shanghaiMonth(new Date())))
  if (!data?.parts.length) return null
  const grids = data.parts.map(({ areaId, name }) => ({ value: areaId, words: name }))
  return (
    <>
      <View className={styles.label}>{registerWords.grids}</View>
      <Chips
        single
        label={registerWords.grids}
        options={[{ value: ALL, words: registerWords.allGrids }, ...grids]}
        chosen={[chosen ?? ALL]}
        onToggle={(id) => onChoose(id === ALL ? null : id)}
      />
    </>
  )
}
