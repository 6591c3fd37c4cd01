import { formatDay } from '@minsheng/shared'
import type { MonthlyTopicView } from '@/services/api'
import { monthlyWords } from '@/words-monthly'
import { Lines } from './lines'

type Counts = MonthlyTopicView['before']
const told = ({ month, needs, rated, solved, needsBefore }: Counts) =>
  [
    monthlyWords.month(month),
    monthlyWords.facts(needs, needsBefore),
    monthlyWords.judged(rated, solved),
  ].join('，')

/** What is done about a topic, by whom and until when, and what it was before and is now. */
export function TopicFacts({ topic }: { topic: MonthlyTopicView }) {
  const { plan, departmentName, owner, dueOn, result, before, after } = topic
  return (
    <Lines
      lines={[
        [monthlyWords.plan, plan],
        [monthlyWords.department, departmentName],
        [monthlyWords.owner, `${owner}，${monthlyWords.due(formatDay(dueOn, new Date()))}`],
        [monthlyWords.before, told(before)],
        [monthlyWords.after, after ? told(after) : monthlyWords.noAfter],
        [monthlyWords.result, result],
      ]}
    />
  )
}
