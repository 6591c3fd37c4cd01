import { useState } from 'react'
import { DeskPage } from '@/desk/parts/desk-page'
import { Trying } from '@/desk/parts/trying'
import { RuleChecks } from '@/desk/rules/rule-checks'
import { RuleForm, type RuleStart } from '@/desk/rules/rule-form'
import { Rules } from '@/desk/rules/rules'
import { Segmented } from '@/ui'
import { ruleWords } from '@/words-routing'

const parts = { list: Rules, check: RuleChecks, trial: Trying } as const
type Kind = keyof typeof parts
const kinds = (['list', 'check', 'trial'] as const).map((value) => ({ value, words: ruleWords.kinds[value] }))

/** Which department gets what: the rules, what is wrong with them, and what they would say of a text. */
export default function RulesPage() {
  const [kind, setKind] = useState<Kind>('list')
  const [start, setStart] = useState<RuleStart | null>(null)
  const Part = parts[kind]
  const close = () => setStart(null)
  return (
    <DeskPage tab="rules" title={ruleWords.title}>
      <Segmented
        label={ruleWords.title}
        options={kinds}
        value={kind}
        onChange={(next) => {
          close()
          setKind(next)
        }}
      />
      {start ? <RuleForm start={start} onDone={close} onCancel={close} /> : <Part onStart={setStart} />}
    </DeskPage>
  )
}
