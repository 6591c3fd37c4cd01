import { Image, View } from '@tarojs/components'
import { cx } from './cx'
import { Icon } from './icon'
import { Press } from './press'
import styles from './photo-strip.module.scss'

export interface Picture {
  key: string
  kind: 'photo' | 'voice' | 'video'
  /** A small picture, absent for voice or while there is none. */
  thumbnail: string | null
  /** Read by screen readers, shown on what has no picture: "照片 1", "语音 12 秒". */
  label: string
  /** 0–1 while it is on its way. */
  progress?: number
  failed?: boolean
}

interface PhotoStripProps {
  pictures: Picture[]
  onOpen: (key: string) => void
  onRemove?: (key: string) => void
  removeLabel?: string
  failedLabel?: string
}

/** Photos, voice notes and videos in a row that wraps. */
export function PhotoStrip({ pictures, onOpen, onRemove, removeLabel, failedLabel }: PhotoStripProps) {
  if (!pictures.length) return null
  return (
    <View className={styles.strip}>
      {pictures.map((picture) => (
        <View key={picture.key} className={styles.cell}>
          <Press className={styles.open} label={picture.label} onPress={() => onOpen(picture.key)}>
            <Face picture={picture} failedLabel={failedLabel} />
          </Press>
          {picture.progress !== undefined && (
            <View className={styles.progress}>
              <View className={styles.done} style={{ width: `${Math.round(picture.progress * 100)}%` }} />
            </View>
          )}
          {onRemove && (
            <Press
              className={styles.remove}
              label={`${removeLabel}${picture.label}`}
              onPress={() => onRemove(picture.key)}
            >
              <View className={styles.cross}>
                <Icon name="close" />
              </View>
            </Press>
          )}
        </View>
      ))}
    </View>
  )
}

function Face({ picture, failedLabel }: { picture: Picture; failedLabel?: string }) {
  const { kind, thumbnail, label, failed } = picture
  if (failed) {
    return (
      <View className={cx(styles.plain, styles.failed)}>
        <Icon name="alert" />
        <View>{failedLabel}</View>
      </View>
    )
  }
  if (thumbnail) {
    return (
      <View className={styles.plain}>
        <Image
          className={styles.image}
          src={thumbnail}
          mode="aspectFill"
          lazyLoad
          nativeProps={{ alt: '' }}
        />
        {kind === 'video' && (
          <View className={styles.play}>
            <Icon name="play" />
          </View>
        )}
      </View>
    )
  }
  return (
    <View className={styles.plain}>
      <Icon name={kind === 'voice' ? 'mic' : kind === 'video' ? 'play' : 'camera'} />
      <View>{label}</View>
    </View>
  )
}
