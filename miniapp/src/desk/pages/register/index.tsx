import { useState } from 'react'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { DeskPage } from '@/desk/parts/desk-page'
import { Columns } from '@/desk/parts/columns'
import { DoorCard } from '@/desk/register/door-card'
import { HouseholdForm } from '@/desk/register/household-form'
import { RegisterFilter } from '@/desk/register/register-filter'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { doors, type RegisterBy } from '@/services/register'
import { Blank, Button, Notice } from '@/ui'
import { registerWords } from '@/words-register'

/** 住户台账: the doors of a community or a grid, whoever has waited longest for a visit first. */
export default function RegisterPage() {
  const { gridId } = useRouter().params
  const [by, setBy] = useState<RegisterBy | null>(gridId ? { areaId: gridId } : null)
  /** In which a door can be added. */
  const [grid, setGrid] = useState<string | null>(gridId ?? null)
  const list = usePages(by && JSON.stringify(by), (cursor) => doors(by ?? { areaId: '' }, cursor))
  const [isAdding, setAdding] = useState(false)
  useReachBottom(list.more)
  const find = (next: RegisterBy, inGrid: string | null) => {
    setBy(next)
    setGrid(inGrid)
  }
  const done = () => {
    setAdding(false)
    list.reload()
  }
  return (
    <DeskPage tab="register" title={registerWords.title}>
      <Columns
        main={
          <>
            <Notice>{registerWords.hint}</Notice>
            <RegisterFilter gridId={gridId} onFind={find} />
            {grid && !isAdding && (
              <Button look="soft" onPress={() => setAdding(true)}>
                {registerWords.add}
              </Button>
            )}
            {grid && isAdding && (
              <HouseholdForm gridId={grid} onDone={done} onCancel={() => setAdding(false)} />
            )}
          </>
        }
        side={
          by ? (
            <Listing
              pages={list}
              empty={
                <Blank icon="search" title={registerWords.emptyTitle}>
                  {registerWords.empty}
                </Blank>
              }
            >
              {(door) => <DoorCard key={door.id} door={door} />}
            </Listing>
          ) : (
            <Blank icon="building" title={registerWords.startTitle}>
              {registerWords.start}
            </Blank>
          )
        }
      />
    </DeskPage>
  )
}
