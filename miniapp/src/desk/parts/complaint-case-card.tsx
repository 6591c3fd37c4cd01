import { View } from '@tarojs/components'
import { contactWayWords, formatMoment, HOUR } from '@minsheng/shared'
import { Lines } from '@/parts/lines'
import { go } from '@/routes'
import type { ComplaintCase } from '@/services/api'
import { Button, Card, Light, Tag } from '@/ui'
import { complaintDeskWords } from '@/words-story'
import styles from './complaint-case-card.module.scss'
import { ComplainantPhone } from './complainant-phone'
import { dueWords } from './due-words'

interface ComplaintCaseCardProps {
  item: ComplaintCase
  onRespond: () => void
}

/** Red when the 24 hours are over, yellow for the last twelve. WORKFLOW §3. */
function lightOf(dueAt: string, now: Date) {
  const left = Date.parse(dueAt) - now.getTime()
  return left < 0 ? 'red' : left < 12 * HOUR ? 'yellow' : 'green'
}

/** One complaint: about whom, what was said, and by when a person has to call. */
export function ComplaintCaseCard({ item, onRespond }: ComplaintCaseCardProps) {
  const now = new Date()
  const { state, responseDueAt, workOrderId, respondedAt, responseWay } = item
  return (
    <Card>
      <View className={styles.row}>
        {state === 'filed' ? (
          <Light light={lightOf(responseDueAt, now)} words={dueWords(responseDueAt, now)} />
        ) : (
          <Tag tone="done">{item.stateWords}</Tag>
        )}
        <View className={styles.small}>{item.receiptNo}</View>
      </View>
      <View className={styles.title}>{item.needTitle}</View>
      <View className={item.words ? styles.words : styles.small}>
        {item.words ?? complaintDeskWords.nothingSaid}
      </View>
      <Lines
        lines={[
          [complaintDeskWords.accused, item.departmentName ?? complaintDeskWords.noDepartment],
          [complaintDeskWords.place, item.areaName],
          [complaintDeskWords.filedAt, formatMoment(new Date(item.filedAt), now)],
          [
            complaintDeskWords.responded,
            respondedAt && responseWay
              ? complaintDeskWords.respondedBy(
                  item.responderName,
                  formatMoment(new Date(respondedAt), now),
                  contactWayWords[responseWay],
                )
              : null,
          ],
          [complaintDeskWords.note, item.responseNote],
        ]}
      />
      <ComplainantPhone id={item.id} masked={item.phoneMasked} />
      <View className={styles.acts}>
        {workOrderId && (
          <Button look="quiet" onPress={() => void go.order(workOrderId)}>
            {complaintDeskWords.openOrder}
          </Button>
        )}
        {item.allowedActs.includes('respond') && (
          <Button look="soft" onPress={onRespond}>
            {complaintDeskWords.respond}
          </Button>
        )}
      </View>
    </Card>
  )
}
