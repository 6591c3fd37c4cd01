import { View } from '@tarojs/components'
import { a11y, Card } from '@/ui'
import { trustWords } from '@/words-public'
import styles from './trust.module.scss'

/** What happens with what one tells us, and who decides: five questions that people ask. */
export function Trust() {
  return (
    <>
      {trustWords.map(({ question, answer }) => (
        <Card key={question}>
          <View className={styles.question} {...a11y('heading')}>
            {question}
          </View>
          <View className={styles.answer}>{answer}</View>
        </Card>
      ))}
    </>
  )
}
