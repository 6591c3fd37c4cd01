import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { useDressedPage } from '@/hooks/use-appearance'
import type { ApiError } from '@/services/api-error'
import { classesOf } from '@/stores/appearance'
import { canGoBack, goBack } from '@/routes'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { Bar } from './bar'
import { Button } from './button'
import { cx } from './cx'
import { HotlineBar } from './hotline-bar'
import { Icon, type IconName } from './icon'
import { PrivacySheet } from './privacy-sheet'
import { Skeleton } from './skeleton'
import styles from './page.module.scss'

export interface PageProps {
  title: string
  /** At the end of the head. */
  action?: ReactNode
  /** A page of the tab bar has no way back. */
  isTab?: boolean
  /** A list of cards: from a tablet on there is room for two beside each other. */
  hasCards?: boolean
  /** For the desk on a wide screen. */
  wide?: boolean
  /** Pressed out of doors and in gloves: its targets are larger. */
  forGloves?: boolean
  /** On a wide screen the page itself does not scroll, its columns do. */
  fills?: boolean
  loading?: boolean
  /** Shapes of the content while it is loading. */
  skeleton?: ReactNode
  /** Shown in place of the content. */
  error?: ApiError | null
  onRetry?: () => void
  /** Always there: sheets, the bar of acts. */
  overlay?: ReactNode
}

/** The frame of every page: head, type size, and the states in which there is nothing to show yet. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { title, action, isTab, wide, hasCards, fills, forGloves, overlay, ...state } = props
  const look = useDressedPage(Boolean(isTab))
  const showsHotline = look.isLarge && !wide
  return (
    <View
      className={cx(
        classesOf(look),
        forGloves && 'gloves',
        wide && 'desk',
        styles.page,
        wide && styles.isWide,
        hasCards && styles.hasCards,
        fills && styles.fills,
        showsHotline && styles.hasLast,
      )}
      style={{ '--scale': look.scale } as CSSProperties}
    >
      <View className={styles.column}>
        <Bar title={title} action={action} backLabel={words.back} onBack={isTab ? undefined : goBack} />
        <View className={styles.body} {...a11y('main')}>
          <Content {...state} />
        </View>
        {showsHotline && <HotlineBar />}
      </View>
      {overlay}
      <PrivacySheet />
    </View>
  )
}

function Content({ loading, skeleton, error, onRetry, children }: PropsWithChildren<Partial<PageProps>>) {
  if (error) return <Failed error={error} onRetry={onRetry} />
  if (loading) return <>{skeleton ?? <Skeleton label={words.loading} />}</>
  return <>{children}</>
}

/** In place of what could not be loaded: what is wrong, and the next step. */
export function Failed({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const isOffline = error.code === 'offline'
  const step = onRetry
    ? { words: words.retry, onPress: onRetry }
    : canGoBack()
      ? { words: words.back, onPress: goBack }
      : undefined
  return (
    <Blank
      icon={isOffline ? 'offline' : 'alert'}
      title={isOffline ? words.offlineTitle : words.failedTitle}
      step={step}
    >
      {wordsOfError(error)}
    </Blank>
  )
}

interface BlankProps {
  icon: IconName
  title: string
  /** What one can do now. */
  step?: { words: string; onPress: () => void }
}

/** Nothing there, said kindly. */
export function Blank({ icon, title, step, children }: PropsWithChildren<BlankProps>) {
  return (
    <View className={styles.blank} {...a11y('status')}>
      <View className={styles.blankIcon}>
        <Icon name={icon} big />
      </View>
      <View className={styles.blankTitle}>{title}</View>
      {children && <View className={styles.blankWords}>{children}</View>}
      {step && (
        <Button look="line" className={styles.step} onPress={step.onPress}>
          {step.words}
        </Button>
      )}
    </View>
  )
}
