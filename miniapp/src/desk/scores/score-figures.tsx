import { formatDay, formatDays, formatMonth, shanghaiDate } from '@minsheng/shared'
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
  const { scope, total, items, by, from, to } = view
  const frozen = frozenWords(view)
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
      {frozen && <Corrections row={total} frozen={frozen} />}
      <ScoreTotal row={total} range={formatDays(from, to, new Date())} onOpen={open} />
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

/** Which of its months are frozen; of a single month since when. */
function frozenWords({ frozenAt, frozenMonths }: ScoresView): string | null {
  if (frozenMonths.length === 0) return null
  if (frozenAt && frozenMonths.length === 1)
    return scoreWords.frozen(formatDay(shanghaiDate(new Date(frozenAt)), new Date()))
  return scoreWords.frozenMonths(frozenMonths.map((month) => formatMonth(month, new Date())).join('、'))
}
