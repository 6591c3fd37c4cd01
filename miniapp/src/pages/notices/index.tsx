import { useEffect } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { go } from '@/routes'
import type { NoticeView } from '@/services/api'
import { myNotices, readNotices } from '@/services/notices'
import { useSession } from '@/stores/session'
import { setUnread } from '@/stores/unread'
import { Blank, Page, Press, Tag } from '@/ui'
import { noticeWords } from '@/words-me'
import styles from './index.module.scss'

/** What was told to the resident, the newest first. Seen here, it is read. */
export default function Notices() {
  const person = useSession((sessions) => sessions.resident?.person.id ?? null)
  const notices = usePages(person, myNotices)
  useReachBottom(notices.more)
  const isThere = notices.items !== null
  useEffect(() => {
    if (isThere)
      readNotices()
        .then(() => setUnread(0))
        .catch(() => {}) // they stay unread until the next look
  }, [isThere])

  return (
    <Page hasCards title={noticeWords.title}>
      {person === null ? (
        <Nothing />
      ) : (
        <Listing inColumns pages={notices} empty={<Nothing />}>
          {(notice) => <Told key={notice.id} notice={notice} />}
        </Listing>
      )}
    </Page>
  )
}

function Told({ notice: { needId, words: said, at, readAt } }: { notice: NoticeView }) {
  return (
    <Press
      role="link"
      className={styles.notice}
      disabled={!needId}
      onPress={() => needId && void go.need(needId)}
    >
      <View className={styles.head}>
        <View className={styles.at}>{formatMoment(new Date(at), new Date())}</View>
        {!readAt && <Tag tone="amber">{noticeWords.isUnread}</Tag>}
      </View>
      <View>{said}</View>
    </Press>
  )
}

function Nothing() {
  return (
    <Blank
      icon="bell"
      title={noticeWords.emptyTitle}
      step={{ words: noticeWords.start, onPress: () => void go.home() }}
    >
      {noticeWords.empty}
    </Blank>
  )
}
