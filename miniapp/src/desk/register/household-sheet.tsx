import { View } from '@tarojs/components'
import { careMarkWords } from '@minsheng/shared'
import { useSaving } from '@/desk/deadlines/use-saving'
import styles from '@/desk/parts/desk.module.scss'
import { Lines } from '@/parts/lines'
import { ask } from '@/platform/ask'
import { goBack } from '@/routes'
import type { RegisteredView } from '@/services/api'
import { changeRegistered } from '@/services/register'
import { a11y, Button, Card, Notice, SectionTitle, Tag } from '@/ui'
import { registerWords } from '@/words-register'
import { addressOf } from './door-card'
import { PersonLine } from './person-line'

/** A household as it stands. */
export function HouseholdSheet({ household, onChange }: { household: RegisteredView; onChange: () => void }) {
  const { id, version, marks, note, residents, gridName, communityName } = household
  const { busy, problems, save } = useSaving(goBack, registerWords.goneDone)
  const remove = async () => {
    if (await ask(registerWords.goneAsk)) await save(() => changeRegistered(id, { version, isGone: true }))
  }
  return (
    <>
      <Card>
        <View className={styles.name} {...a11y('heading')}>
          {addressOf(household)}
        </View>
        <View className={styles.small}>{`${communityName} · ${gridName}`}</View>
        {marks.length > 0 && (
          <>
            <View className={styles.tags}>
              {marks.map((mark) => (
                <Tag key={mark} tone="jade">
                  {careMarkWords[mark]}
                </Tag>
              ))}
            </View>
            <View className={styles.small}>{registerWords.green}</View>
          </>
        )}
        <Lines lines={[[registerWords.note, note]]} />
        {problems.map((problem) => (
          <Notice key={problem} tone="amber">
            {problem}
          </Notice>
        ))}
        <View className={styles.acts}>
          <Button look="soft" onPress={onChange}>
            {registerWords.change}
          </Button>
          <Button look="quiet" disabled={busy} onPress={() => void remove()}>
            {registerWords.gone}
          </Button>
        </View>
      </Card>
      <SectionTitle>{registerWords.residents}</SectionTitle>
      <Card>
        {residents.length === 0 && <View className={styles.small}>{registerWords.noResidents}</View>}
        {residents.map((resident) => (
          <PersonLine key={resident.id} householdId={id} resident={resident} />
        ))}
      </Card>
    </>
  )
}
