import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { DeskPage } from '@/desk/parts/desk-page'
import { Columns } from '@/desk/parts/columns'
import styles from '@/desk/parts/desk.module.scss'
import { HouseholdForm } from '@/desk/register/household-form'
import { HouseholdSheet } from '@/desk/register/household-sheet'
import { HouseholdVisits } from '@/desk/register/household-visits'
import { useRequest } from '@/hooks/use-request'
import { registered } from '@/services/register'
import { Failed, Skeleton } from '@/ui'
import { words } from '@/words'
import { registerWords } from '@/words-register'

/** One household of the register: who lives there, what is to be minded, what happened at the door. */
export default function HouseholdPage() {
  const { id = '' } = useRouter().params
  const household = useRequest(id, () => registered(id))
  const [isChanging, setChanging] = useState(false)
  const done = () => {
    setChanging(false)
    household.reload()
  }
  const { data, error } = household
  return (
    <DeskPage title={registerWords.household}>
      <View className={styles.list}>
        {!data && error && <Failed error={error} onRetry={household.reload} />}
        {!data && !error && <Skeleton label={words.loading} cards={3} />}
        {data && isChanging && (
          <HouseholdForm household={data} gridId={data.gridId} onDone={done} onCancel={done} />
        )}
      </View>
      {data && !isChanging && (
        <Columns
          main={<HouseholdSheet household={data} onChange={() => setChanging(true)} />}
          side={<HouseholdVisits id={id} />}
        />
      )}
    </DeskPage>
  )
}
