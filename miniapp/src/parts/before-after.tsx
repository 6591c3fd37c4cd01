import { Image, View } from '@tarojs/components'
import { showMedia } from '@/platform/play'
import type { AttachmentView } from '@/services/api'
import { absolute } from '@/services/http'
import { Press } from '@/ui'
import { storyWords } from '@/words-story'
import { Attachments } from './attachments'
import styles from './before-after.module.scss'

interface BeforeAfterProps {
  before: readonly AttachmentView[]
  after: readonly AttachmentView[]
}

const firstPhoto = (files: readonly AttachmentView[]) => files.find(({ kind }) => kind === 'photo')

/** What it looked like and what it looks like now, side by side; a tap shows it large. The rest stands below. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  const [was, is] = [firstPhoto(before), firstPhoto(after)]
  if (!was || !is) return <Attachments files={[...after]} />
  const all = [...before, ...after].filter(({ kind }) => kind !== 'voice').map(({ url }) => absolute(url))
  const tile = (photo: AttachmentView, words: string) => (
    <View className={styles.tile}>
      <Press
        className={styles.frame}
        label={storyWords.enlarge(words)}
        onPress={() => showMedia(all, absolute(photo.url))}
      >
        <Image
          className={styles.image}
          src={absolute(photo.thumbnailUrl ?? photo.url)}
          mode="aspectFill"
          lazyLoad
          nativeProps={{ alt: '' }}
        />
      </Press>
      <View className={styles.words}>{words}</View>
    </View>
  )
  return (
    <>
      <View className={styles.pair}>
        {tile(was, storyWords.before)}
        {tile(is, storyWords.after)}
      </View>
      <Attachments files={after.filter((file) => file !== is)} />
    </>
  )
}
