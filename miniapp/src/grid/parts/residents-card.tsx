import { View } from '@tarojs/components'
import type { HouseholdView } from '@/services/api'
import { Button, Card, Icon, Press, SectionTitle } from '@/ui'
import { householdWords, residentWords } from '@/words-grid'
import { isRegistered, type OwnResident, residentsMax } from '../store/residents'
import styles from './grid.module.scss'

interface ResidentsCardProps {
  household: HouseholdView
  /** Null: somebody new. */
  onEdit: (resident: OwnResident | null) => void
}

/** Who lives there; a tap on one changes what is known of them. */
export function ResidentsCard({ household: { residents }, onEdit }: ResidentsCardProps) {
  return (
    <>
      <SectionTitle>{householdWords.residents}</SectionTitle>
      <Card>
        {residents.map((resident) => (
          <Press
            key={resident.id}
            className={styles.person}
            label={residentWords.open(resident.name)}
            onPress={() => onEdit(resident)}
          >
            <View className={styles.grow}>
              <View>
                {resident.name}
                {resident.relation && `（${resident.relation}）`}
              </View>
              <Known resident={resident} />
            </View>
            <Icon name="next" />
          </Press>
        ))}
        {!residents.length && <View className={styles.small}>{householdWords.noResidents}</View>}
        <View className={styles.gap} />
        {residents.length < residentsMax ? (
          <Button look="soft" onPress={() => onEdit(null)}>
            {residentWords.add}
          </Button>
        ) : (
          <View className={styles.small}>{residentWords.full}</View>
        )}
      </Card>
    </>
  )
}

function Known({ resident }: { resident: OwnResident }) {
  const { phoneMasked, idNumberMasked } = resident
  const known = [
    phoneMasked,
    idNumberMasked && `${householdWords.idNumber} ${idNumberMasked}`,
    !isRegistered(resident) && householdWords.unsentResident,
  ]
  return <View className={styles.small}>{known.filter(Boolean).join('　')}</View>
}
