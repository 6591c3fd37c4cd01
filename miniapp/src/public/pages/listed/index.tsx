import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { usePages } from '@/hooks/use-pages'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { ListedComplaints } from '@/public/parts/listed-complaints'
import { ListedOrders } from '@/public/parts/listed-orders'
import { ProjectsList } from '@/public/parts/projects-list'
import { escalatedComplaints } from '@/services/complaints'
import { publicTopics } from '@/services/monthly'
import { listedSupervision } from '@/services/supervision'
import { Page, Segmented } from '@/ui'
import { listedWords, publicComplaintWords } from '@/words-public'
import styles from './index.module.scss'

type Shown = keyof typeof publicComplaintWords.views
const views = (['listed', 'complaints', 'projects'] as const).map((value) => ({
  value,
  words: publicComplaintWords.views[value],
}))

/** What is watched in public: what takes far too long, and complaints that were not resolved. Open to everybody. */
export default function Listed() {
  const [view, setView] = useState<Shown>('listed')
  const orders = usePages(view === 'listed' ? view : null, listedSupervision)
  const complaints = usePages(view === 'complaints' ? view : null, escalatedComplaints)
  const projects = usePages(view === 'projects' ? view : null, publicTopics)
  useReachBottom({ listed: orders, complaints, projects }[view].more)
  return (
    <Page hasCards title={listedWords.title} overlay={<SignInSheet />}>
      <View className={styles.choices}>
        <Segmented label={publicComplaintWords.viewsLabel} options={views} value={view} onChange={setView} />
      </View>
      {view === 'listed' && <ListedOrders list={orders} />}
      {view === 'complaints' && <ListedComplaints list={complaints} />}
      {view === 'projects' && <ProjectsList list={projects} />}
    </Page>
  )
}
