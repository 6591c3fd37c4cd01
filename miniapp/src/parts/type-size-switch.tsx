import { Text } from '@tarojs/components'
import { useSettings } from '@/stores/settings'
import { Icon, Press } from '@/ui'
import { typeSizeWords } from '@/words'
import styles from './type-size-switch.module.scss'

/** One tap between the normal and the large type. */
export function TypeSizeSwitch() {
  const { large, setLarge } = useSettings()
  return (
    <Press className={styles.switch} onPress={() => setLarge(!large)}>
      <Icon name="text-size" />
      <Text>{large ? typeSizeWords.toNormal : typeSizeWords.toLarge}</Text>
    </Press>
  )
}
