import { Text } from '@tarojs/components'
import { useAppearance } from '@/hooks/use-appearance'
import { chooseTypeSize } from '@/stores/settings'
import { Icon, Press } from '@/ui'
import { lookWords } from '@/words-me'
import styles from './type-size-switch.module.scss'

/** One tap between the normal and the large type. */
export function TypeSizeSwitch() {
  const { isLarge } = useAppearance()
  return (
    <Press className={styles.switch} onPress={() => chooseTypeSize(isLarge ? 'normal' : 'large')}>
      <Icon name="text-size" />
      <Text>{isLarge ? lookWords.toNormal : lookWords.toLarge}</Text>
    </Press>
  )
}
