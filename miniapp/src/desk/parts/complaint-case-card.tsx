import { View } from '@tarojs/components'
import { complaintFindingWords, contactWayWords, formatMoment, HOUR } from '@minsheng/shared'
import { type OfficeAct, officeActs } from '@/desk/acts/complaint-forms'
import { Attachments } from '@/parts/attachments'
import { Lines } from '@/parts/lines'
import { go } from '@/routes'
import type { ComplaintCase } from '@/services/api'
import { complainantPhone } from '@/services/complaints'
import { Button, Card, Light, Notice, Tag } from '@/ui'
import { complaintDeskWords } from '@/words-supervision'
import styles from './complaint-case-card.module.scss'
import { ContactPhone } from './contact-phone'
import { dueWords } from './due-words'

interface ComplaintCaseCardProps {
  item: ComplaintCase
  onAct: (act: OfficeAct) => void
}

/** Red when the 24 hours are over, yellow for the last twelve. WORKFLOW §3. */
function lightOf(dueAt: string, now: Date) {
  const left = Date.parse(dueAt) - now.getTime()
  return left < 0 ? 'red' : left < 12 * HOUR ? 'yellow' : 'green'
}

/** One complaint: about whom, what was said, and by when a person has to call. */
export function ComplaintCaseCard({ item, onAct }: ComplaintCaseCardProps) {
  const now = new Date()
  const { dueAt, workOrderId, respondedAt, responseWay, evidence, answer } = item
  const offered = officeActs.filter((act) => item.allowedActs.includes(act))
  return (
    <Card>
      <View className={styles.row}>
        {item.state === 'answered' ? (
          <Tag tone="done">{complaintDeskWords.states.answered}</Tag>
        ) : (
          <Light light={lightOf(dueAt, now)} words={dueWords(dueAt, now)} />
        )}
        <View className={styles.small}>{item.receiptNo}</View>
      </View>
      <View className={styles.title}>{item.needTitle ?? complaintDeskWords.service}</View>
      <View className={item.words ? styles.words : styles.small}>
        {item.words ?? complaintDeskWords.nothingSaid}
      </View>
      <Attachments files={item.attachments} />
      {item.voidReason && (
        <Notice tone="amber">{complaintDeskWords.voidSigned(item.voidSignerName, item.voidReason)}</Notice>
      )}
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
          [complaintDeskWords.evidenceAsked, evidence?.question],
          [
            complaintDeskWords.evidence,
            evidence &&
              (evidence.text ??
                complaintDeskWords.evidenceWaiting(formatMoment(new Date(evidence.dueAt), now))),
          ],
          [
            complaintDeskWords.answered,
            answer && `${complaintFindingWords[answer.finding]}　${answer.measure}`,
          ],
          [complaintDeskWords.rechecks, item.rechecks > 0 ? complaintDeskWords.times(item.rechecks) : null],
        ]}
      />
      <ContactPhone
        masked={item.phoneMasked}
        look={() => complainantPhone(item.id, complaintDeskWords.revealReason)}
      />
      <View className={styles.acts}>
        {workOrderId && (
          <Button look="quiet" onPress={() => void go.order(workOrderId)}>
            {complaintDeskWords.openOrder}
          </Button>
        )}
        {offered.map((act, index) => (
          <Button key={act} look={index === 0 ? 'soft' : 'quiet'} onPress={() => onAct(act)}>
            {complaintDeskWords.acts[act]}
          </Button>
        ))}
      </View>
    </Card>
  )
}
