import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { isGreenChannel } from '@minsheng/shared'
import { ChangeSheet } from '@/grid/parts/change-sheet'
import { GridPage } from '@/grid/parts/grid-page'
import { Marks, visitsOf } from '@/grid/parts/household-row'
import { NeedSheet } from '@/grid/parts/need-sheet'
import { Hindrances } from '@/grid/parts/sync-strip'
import { useHousehold } from '@/grid/parts/use-grid'
import { addressOf } from '@/grid/store/finding'
import { go, goBack } from '@/routes'
import type { HouseholdView } from '@/services/api'
import { Blank, Button, Card, Notice, SectionTitle } from '@/ui'
import { householdWords } from '@/words-grid'
import styles from '@/grid/parts/grid.module.scss'

/** One household: who lives there, what to mind, and what to do at the door. */
export default function HouseholdPage() {
  const { id } = useRouter().params
  const household = useHousehold(id)
  const [sheet, setSheet] = useState<'change' | 'need' | null>(null)
  const close = () => setSheet(null)
  return (
    <GridPage
      title={household ? addressOf(household) : householdWords.title}
      overlay={
        household && (
          <>
            <ChangeSheet household={household} open={sheet === 'change'} onClose={close} />
            <NeedSheet household={household} open={sheet === 'need'} onClose={close} />
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
          <Known household={household} />
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

function Known({ household }: { household: HouseholdView }) {
  const { marks, note, residents } = household
  return (
    <>
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
      <SectionTitle>{householdWords.residents}</SectionTitle>
      <Card>
        {residents.map((resident) => (
          <View key={resident.id} className={styles.member}>
            <View>
              {resident.name}
              {resident.relation && `（${resident.relation}）`}
            </View>
            <View className={styles.small}>
              {[
                resident.phoneMasked,
                resident.idNumberMasked && `${householdWords.idNumber} ${resident.idNumberMasked}`,
              ]
                .filter(Boolean)
                .join('　')}
            </View>
          </View>
        ))}
        {!residents.length && <View className={styles.small}>{householdWords.noResidents}</View>}
      </Card>
    </>
  )
}
