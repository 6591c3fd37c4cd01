import { useRef } from 'react'
import { plusDays, shanghaiDate, standardScheme } from '@minsheng/shared'
import { FormFoot } from '@/desk/deadlines/form-foot'
import { useSaving } from '@/desk/deadlines/use-saving'
import { setScheme } from '@/services/scores'
import { Card, Field } from '@/ui'
import { schemeWords } from '@/words-exports'

const weights = ['contact', 'solved', 'satisfaction', 'fairlySatisfied'] as const

/** A scheme from a day to come on. What does not sum to 1 is told before it is sent. */
export function SchemeForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const typed = useRef({
    ...Object.fromEntries(weights.map((name) => [name, String(standardScheme[name])])),
    validFrom: plusDays(shanghaiDate(new Date()), 1),
    reason: '',
  } as Record<(typeof weights)[number] | 'validFrom' | 'reason', string>)
  const { busy, problems, setProblems, save } = useSaving(onDone)
  const send = () => {
    const { contact, solved, satisfaction, fairlySatisfied, validFrom, reason } = typed.current
    const parts = { contact: Number(contact), solved: Number(solved), satisfaction: Number(satisfaction) }
    const sum = parts.contact + parts.solved + parts.satisfaction
    if (Math.abs(sum - 1) > 1e-9) return setProblems([schemeWords.notOne(String(Number(sum.toFixed(4))))])
    void save(() =>
      setScheme({ ...parts, fairlySatisfied: Number(fairlySatisfied), validFrom: validFrom.trim(), reason }),
    )
  }
  const field = (name: keyof typeof typed.current) => ({
    initial: typed.current[name],
    onText: (text: string) => (typed.current = { ...typed.current, [name]: text }),
  })
  return (
    <Card>
      {weights.map((name) => (
        <Field key={name} {...field(name)} label={schemeWords.weights[name]} maxLength={6} />
      ))}
      <Field
        {...field('validFrom')}
        label={schemeWords.validFrom}
        hint={schemeWords.validFromHint}
        maxLength={10}
      />
      <Field {...field('reason')} label={schemeWords.reason} hint={schemeWords.reasonHint} maxLength={200} />
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
    </Card>
  )
}
