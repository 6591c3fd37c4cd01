import { useRef } from 'react'
import type { CalendarYearView } from '@/services/api'
import { loadYear } from '@/services/deadlines'
import { Card, Field } from '@/ui'
import { calendarWords } from '@/words-deadlines'
import { datesIn } from './dates'
import { FormFoot } from './form-foot'
import { useSaving } from './use-saving'

interface CalendarFormProps {
  /** As it is, to be changed. */
  year: CalendarYearView | undefined
  suggested: number | undefined
  onDone: () => void
  onCancel: () => void
}

/** A year's table, as the notice has it. */
export function CalendarForm({ year, suggested, onDone, onCancel }: CalendarFormProps) {
  const first = {
    year: String(year?.year ?? suggested ?? ''),
    source: year?.source ?? '',
    holidays: (year?.holidays ?? []).join('\n'),
    workdays: (year?.makeUpWorkdays ?? []).join('\n'),
  }
  const typed = useRef(first)
  const { busy, problems, setProblems, save } = useSaving(onDone)
  const send = () => {
    const { source, holidays, workdays, ...rest } = typed.current
    if (!/^\d{4}$/.test(rest.year.trim())) return setProblems([calendarWords.yearWrong])
    const dates = { holidays: datesIn(holidays), makeUpWorkdays: datesIn(workdays) }
    void save(() => loadYear({ year: Number(rest.year), source: source.trim(), ...dates }))
  }
  const field = (name: keyof typeof first) => ({
    label: calendarWords[name],
    initial: first[name],
    onText: (text: string) => (typed.current = { ...typed.current, [name]: text }),
  })
  return (
    <Card>
      <Field {...field('year')} kind="digits" maxLength={4} placeholder={calendarWords.yearHint} />
      <Field {...field('source')} maxLength={80} placeholder={calendarWords.sourceHint} />
      <Field {...field('holidays')} multiline maxLength={2000} hint={calendarWords.holidaysHint} />
      <Field {...field('workdays')} multiline maxLength={2000} hint={calendarWords.workdaysHint} />
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
    </Card>
  )
}
