import { View } from '@tarojs/components'
import type { ScoreRow } from '@/services/api'
import { Notice } from '@/ui'
import { figureWords, scoreWords } from '@/words-scores'

const nameOf = (figure: string): string | undefined => (figureWords as Record<string, string>)[figure]

/** What has changed since the months of a period were frozen. */
export function Corrections({ row, frozen }: { row: ScoreRow; frozen: string }) {
  const shown = row.corrections.flatMap(({ figure, frozen, now }) => {
    const name = nameOf(figure)
    return name ? [{ figure, words: scoreWords.correction(name, frozen, now) }] : []
  })
  return (
    <Notice icon="clock" {...(shown.length > 0 && { title: scoreWords.corrections })}>
      <View>{frozen}</View>
      {shown.map(({ figure, words }) => (
        <View key={figure}>{words}</View>
      ))}
    </Notice>
  )
}
