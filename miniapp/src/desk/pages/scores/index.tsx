import { useState } from 'react'
import { isPermitted } from '@minsheng/shared'
import { DeskPage } from '@/desk/parts/desk-page'
import { periodOf, type Period } from '@/desk/parts/periods'
import { ScoreChoices } from '@/desk/scores/score-choices'
import { ScoreFigures } from '@/desk/scores/score-figures'
import { useRequest } from '@/hooks/use-request'
import { LinkGroup, LinkLine } from '@/parts/link-line'
import { go } from '@/routes'
import type { ScoreBy } from '@/services/api'
import { scores } from '@/services/scores'
import { useSession } from '@/stores/session'
import { Failed, Skeleton } from '@/ui'
import { words } from '@/words'
import { exclusionWords, schemeWords } from '@/words-exports'
import { heatWords } from '@/words-heat'
import { monthlyWords } from '@/words-monthly'
import { scoreWords } from '@/words-scores'

/** For leaders: how the residents judged, in a period, per department, field, town, source or time. */
export default function Scores() {
  const [period, setPeriod] = useState<Period>('month')
  const [by, setBy] = useState<ScoreBy>('department')
  const mayExclude = useSession(({ staff }) => isPermitted('scores.exclude', staff?.person.roles ?? []))
  const asked = periodOf(period, new Date())
  const answer = useRequest(JSON.stringify([asked, by]), () => scores(asked, by))
  return (
    <DeskPage tab="scores" title={scoreWords.title}>
      <ScoreChoices period={period} onPeriod={setPeriod} by={by} onBy={setBy} />
      {answer.data ? (
        <ScoreFigures view={answer.data} period={asked} />
      ) : answer.error ? (
        <Failed error={answer.error} onRetry={answer.reload} />
      ) : (
        <Skeleton label={words.loading} />
      )}
      <LinkGroup>
        <LinkLine icon="pin" words={heatWords.title} onPress={() => void go.heat()} />
        <LinkLine icon="alert" words={monthlyWords.title} onPress={() => void go.monthly()} />
        <LinkLine icon="chart" words={schemeWords.title} onPress={() => void go.schemes()} />
        {mayExclude && (
          <LinkLine icon="check" words={exclusionWords.title} onPress={() => void go.exclusions()} />
        )}
      </LinkGroup>
    </DeskPage>
  )
}
