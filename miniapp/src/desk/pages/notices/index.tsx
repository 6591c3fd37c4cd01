import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { DeskPage } from '@/desk/parts/desk-page'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { go } from '@/routes'
import type { NoticeView } from '@/services/api'
import { readStaffNotice, staffNotices } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { Blank, Press, Tag } from '@/ui'
import { staffNoticeWords } from '@/words-supervision'
import styles from './index.module.scss'

/** Where a notice leads. */
function open({ id, supervisionOrderId, workOrderId, readAt }: NoticeView) {
  if (!readAt) void readStaffNotice(id).catch(() => null) // it stays unread, which does no harm
  if (supervisionOrderId) void go.supervision(supervisionOrderId)
  else if (workOrderId) void go.order(workOrderId)
}

/** What runs out, is chased or is supervised; read once it has been opened. */
export default function Notices() {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const list = usePages(person, staffNotices)
  useShownAgain(list.reload)
  useReachBottom(list.more)
  return (
    <DeskPage title={staffNoticeWords.title}>
      <Listing
        pages={list}
        className={desk.list}
        empty={
          <Blank icon="check" title={staffNoticeWords.emptyTitle}>
            {staffNoticeWords.empty}
          </Blank>
        }
      >
        {(notice) => <Row key={notice.id} notice={notice} />}
      </Listing>
    </DeskPage>
  )
}

function Row({ notice }: { notice: NoticeView }) {
  return (
    <Press role="link" className={styles.notice} onPress={() => open(notice)}>
      <View className={styles.head}>
        <View className={styles.at}>{formatMoment(new Date(notice.at), new Date())}</View>
        {!notice.readAt && <Tag tone="amber">{staffNoticeWords.unread}</Tag>}
      </View>
      <View>{notice.words}</View>
    </Press>
  )
}
