import { View } from '@tarojs/components'
import { callPhone } from '@/platform/call'
import { useHotline } from '@/stores/reference'
import { words } from '@/words'
import { Button } from './button'
import styles from './hotline-bar.module.scss'

/** In large type a person can be called from every page. */
export function HotlineBar() {
  const hotline = useHotline()
  return (
    <View className={styles.bar}>
      <Button look="line" icon="phone" className={styles.call} onPress={() => callPhone(hotline)}>
        {words.hotline(hotline)}
      </Button>
    </View>
  )
}
