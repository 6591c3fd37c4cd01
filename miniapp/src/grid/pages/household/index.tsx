import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { isGreenChannel } from '@minsheng/shared'
import { ChangeSheet } from '@/grid/parts/change-sheet'
import { GridPage } from '@/grid/parts/grid-page'
import { Marks, visitsOf } from '@/grid/parts/household-row'
import { PastVisits } from '@/grid/parts/past-visits'
import { NeedSheet } from '@/grid/parts/need-sheet'
import { ResidentSheet } from '@/grid/parts/resident-sheet'
import { ResidentsCard } from '@/grid/parts/residents-card'
import { Hindrances } from '@/grid/parts/sync-strip'
import { useHousehold } from '@/grid/parts/use-grid'
import { isOnServer } from '@/grid/store/doors'
import { addressOf } from '@/grid/store/finding'
import type { OwnResident } from '@/grid/store/residents'
import { go, goBack } from '@/routes'
import type { HouseholdView } from '@/services/api'
import { Blank, Button, Card, Notice } from '@/ui'
import { householdWords } from '@/words-grid'
import styles from '@/grid/parts/grid.module.scss'

/** One household: who lives there, what to mind, and what to do at the door. */
export default function HouseholdPage() {
  const { id } = useRouter().params
  const household = useHousehold(id)
  const [sheet, setSheet] = useState<'change' | 'need' | { resident: OwnResident | null } | null>(null)
  const close = () => setSheet(null)
  return (
    <GridPage
      title={household ? addressOf(household) : householdWords.title}
      overlay={
        household && (
          <>
            <ChangeSheet household={household} open={sheet === 'change'} onClose={close} />
            <NeedSheet household={household} open={sheet === 'need'} onClose={close} />
            {typeof sheet === 'object' && sheet && (
              <ResidentSheet household={household} resident={sheet.resident} onClose={close} />
            )}
          </>
        )
      }
    >
      {household ? (
        <>
          <Hindrances />
          <Button onPress={() => void go.visit(household.id)}>{householdWords.visit}</Button>
          <View className={styles.pair}>
            <Button look="line" onPress={() => setSheet('need')}>
              {householdWords.need}
            </Button>
            <Button look="line" onPress={() => setSheet('change')}>
              {householdWords.change}
            </Button>
          </View>
          <View className={styles.gap} />
          <Known household={household} onEdit={(resident) => setSheet({ resident })} />
        </>
      ) : (
        <Blank
          icon="search"
          title={householdWords.goneTitle}
          step={{ words: householdWords.back, onPress: goBack }}
        >
          {householdWords.gone}
        </Blank>
      )}
    </GridPage>
  )
}

interface KnownProps {
  household: HouseholdView
  onEdit: (resident: OwnResident | null) => void
}

function Known({ household, onEdit }: KnownProps) {
  const { id, marks, note } = household
  return (
    <>
      {!isOnServer(id) && (
        <Notice tone="amber" icon="clock">
          {householdWords.unsent}
        </Notice>
      )}
      {isGreenChannel(marks) && <Notice icon="shield">{householdWords.green}</Notice>}
      <Card>
        <View>{visitsOf(household)}</View>
        <Marks of={marks} />
        {note && (
          <View className={styles.small}>
            {householdWords.note}：{note}
          </View>
        )}
      </Card>
      <ResidentsCard household={household} onEdit={onEdit} />
      <PastVisits household={household} />
    </>
  )
}
