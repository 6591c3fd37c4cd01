import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import { useShownAgain } from '@/hooks/use-shown'
import { go } from '@/routes'
import { staffNotices } from '@/services/supervision'
import { Icon, Press } from '@/ui'
import { staffNoticeWords } from '@/words-supervision'
import styles from './bell.module.scss'

/** How many warnings, chases and supervision orders one has not looked at yet. */
export function Bell() {
  const notices = useRequest('bell', () => staffNotices(null))
  useShownAgain(notices.reload)
  const unread = notices.data?.unread ?? 0
  return (
    <Press
      className={styles.bell}
      label={staffNoticeWords.bell(unread)}
      onPress={() => void go.staffNotices()}
    >
      <Icon name="bell" big />
      {unread > 0 && (
        <View className={styles.count} aria-hidden="true">
          {staffNoticeWords.count(unread)}
        </View>
      )}
    </Press>
  )
}
