import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { Attachments } from '@/parts/attachments'
import { Listing } from '@/parts/listing'
import type { AssignmentView, TaskReportView } from '@/services/api'
import { taskReports } from '@/services/walks'
import { Blank, Button } from '@/ui'
import { assignWords } from '@/words-walks'
import styles from './walks.module.scss'

interface ReportsProps {
  id: string
  grid: AssignmentView['grids'][number]
  onBack: () => void
}

/** What a grid has sent: door, result, words and photos, the newest first. */
export function Reports({ id, grid: { gridId, gridName }, onBack }: ReportsProps) {
  const list = usePages(`${id} ${gridId}`, (cursor) => taskReports(id, gridId, cursor))
  return (
    <View className={styles.inner}>
      <Button look="soft" onPress={onBack}>
        {assignWords.back}
      </Button>
      <View className={desk.name}>{assignWords.reports(gridName)}</View>
      <Listing
        pages={list}
        className={styles.inner}
        empty={
          <Blank icon="empty" title={assignWords.noReportsTitle}>
            {assignWords.noReports}
          </Blank>
        }
      >
        {(report) => <Report key={report.id} report={report} />}
      </Listing>
    </View>
  )
}

function Report({ report }: { report: TaskReportView }) {
  const { door, choice, words, workerName, reportedAt, attachments } = report
  return (
    <View className={styles.one}>
      <View className={desk.head}>
        <View className={desk.name}>{door ?? assignWords.wholeGrid}</View>
        {choice && <View className={desk.small}>{choice}</View>}
      </View>
      {words && <View className={styles.text}>{words}</View>}
      <Attachments files={attachments} />
      <View className={desk.small}>
        {assignWords.reportBy(workerName, formatMoment(new Date(reportedAt), new Date()))}
      </View>
    </View>
  )
}
