import { useState } from 'react'
import { Calendar } from '@/desk/deadlines/calendar'
import { Hours } from '@/desk/deadlines/hours'
import { Limits } from '@/desk/deadlines/limits'
import { DeskPage } from '@/desk/parts/desk-page'
import { Segmented } from '@/ui'
import { deadlineWords } from '@/words-deadlines'

const parts = { calendar: Calendar, hours: Hours, limits: Limits } as const
type Kind = keyof typeof parts
const kinds = (['calendar', 'hours', 'limits'] as const).map((value) => ({
  value,
  words: deadlineWords.kinds[value],
}))

/** What an administrator keeps of time: when the district is off, when it works, how long things may take. */
export default function Deadlines() {
  const [kind, setKind] = useState<Kind>('calendar')
  const Part = parts[kind]
  return (
    <DeskPage tab="deadlines" title={deadlineWords.title}>
      <Segmented label={deadlineWords.title} options={kinds} value={kind} onChange={setKind} />
      <Part />
    </DeskPage>
  )
}
