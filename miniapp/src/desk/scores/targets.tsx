import { View } from '@tarojs/components'
import type { TargetView } from '@/services/api'
import { a11y, Card, Light, SectionTitle, Tag } from '@/ui'
import { scoreWords, targetWords } from '@/words-scores'
import { percent } from './score-words'
import styles from './figures.module.scss'

/** What was promised, what it is now, and a light with its word. */
export function Targets({ targets }: { targets: readonly TargetView[] }) {
  return (
    <>
      <SectionTitle>{scoreWords.targets}</SectionTitle>
      <Card>
        <View className={styles.grid} {...a11y('list', scoreWords.targets)}>
          {targets.map(({ name, goal, rate, light }) => (
            <View key={name} className={styles.target} {...a11y('listitem')}>
              <View className={styles.head}>
                <View>{targetWords[name]}</View>
                {light ? (
                  <Light light={light} words={scoreWords.targetLights[light]} />
                ) : (
                  <Tag tone="plain">{scoreWords.noLight}</Tag>
                )}
              </View>
              <View className={styles.value}>{percent(rate)}</View>
              <View className={styles.small}>{scoreWords.goal(percent(goal))}</View>
            </View>
          ))}
        </View>
      </Card>
    </>
  )
}
