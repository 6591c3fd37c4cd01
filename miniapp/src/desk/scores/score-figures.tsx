import { formatDate, shanghaiDate } from '@minsheng/shared'
import type { PeriodAsked } from '@/desk/parts/periods'
import { go } from '@/routes'
import type { ScoresView } from '@/services/api'
import { Blank, Notice } from '@/ui'
import { scoreWords, type ShownFigure } from '@/words-scores'
import { Corrections } from './corrections'
import { OtherFigures } from './other-figures'
import { ScoreTable } from './score-table'
import { ScoreTotal } from './score-total'
import { Targets } from './targets'

const isTime = (by: ScoresView['by']) => by === 'week' || by === 'month'

/** One period at a glance; each number leads to the list of what was counted. */
export function ScoreFigures({ view, period }: { view: ScoresView; period: PeriodAsked }) {
  const { scope, total, items, by, frozenAt, from, to } = view
  const open = (figure: ShownFigure, row?: { id: string | null; name: string }) => {
    const asked: [string, string][] = [
      ...Object.entries(period),
      ['by', isTime(by) ? 'department' : by],
      ['figure', figure],
    ]
    if (row) asked.push(['of', row.id ?? ''], ['name', row.name])
    const query = asked.map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    void go.scoreItems(query.join('&'))
  }
  return (
    <>
      {scope.reason && <Notice>{scope.reason}</Notice>}
      {frozenAt && <Corrections row={total} frozenOn={formatDate(shanghaiDate(new Date(frozenAt)))} />}
      <ScoreTotal row={total} range={scoreWords.range(from, to)} onOpen={open} />
      <Targets targets={view.targets} />
      {items.length > 0 ? (
        <ScoreTable
          rows={items}
          title={scoreWords.by[by]}
          inTime={isTime(by)}
          onOpen={(row) => open('rated', row)}
        />
      ) : (
        <Blank icon="chart" title={scoreWords.emptyTitle} />
      )}
      <OtherFigures row={total} onOpen={open} />
    </>
  )
}
