import { useState } from 'react'
import { useDidShow, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { shareCard } from '@/platform/share-card'
import { RatesList } from '@/public/parts/rates-list'
import { SolvedList } from '@/public/parts/solved-list'
import { Trust } from '@/public/parts/trust'
import { needReference } from '@/stores/reference'
import { Page, Segmented } from '@/ui'
import { aroundWords } from '@/words-public'
import styles from './index.module.scss'

type Seen = keyof typeof aroundWords.views

const views = (['solved', 'rates', 'trust'] as const).map((value) => ({
  value,
  words: aroundWords.views[value],
}))

/** Reasons to trust, open to everybody: what was solved, how departments do, what happens with one's data. */
export default function Around() {
  const [seen, setSeen] = useState<Seen>('solved')
  useDidShow(() => needReference('communities'))
  // Nothing of the person who shares it: neither a place nor a need.
  useShareAppMessage(() => shareCard('/public/pages/around/index', aroundWords.share))
  return (
    <Page hasCards title={aroundWords.title}>
      <View className={styles.views}>
        <Segmented label={aroundWords.viewsLabel} options={views} value={seen} onChange={setSeen} />
      </View>
      {seen === 'solved' && <SolvedList />}
      {seen === 'rates' && <RatesList />}
      {seen === 'trust' && <Trust />}
    </Page>
  )
}
