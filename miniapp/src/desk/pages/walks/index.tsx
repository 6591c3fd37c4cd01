import { useState } from 'react'
import { DeskPage } from '@/desk/parts/desk-page'
import { Assignments } from '@/desk/walks/assignments'
import { CoverageOf } from '@/desk/walks/coverage-of'
import { Segmented } from '@/ui'
import { walkWords } from '@/words-walks'

const parts = { coverage: CoverageOf, tasks: Assignments } as const
type Kind = keyof typeof parts
const kinds = (['coverage', 'tasks'] as const).map((value) => ({ value, words: walkWords.kinds[value] }))

/** 民情大走访: how much was walked where, and what is asked of grid workers. */
export default function Walks() {
  const [kind, setKind] = useState<Kind>('coverage')
  const Part = parts[kind]
  return (
    <DeskPage tab="walks" title={walkWords.title}>
      <Segmented label={walkWords.title} options={kinds} value={kind} onChange={setKind} />
      <Part />
    </DeskPage>
  )
}
