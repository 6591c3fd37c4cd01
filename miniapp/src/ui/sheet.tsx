import { useId, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { Icon } from './icon'
import { Press } from './press'
import { useModal } from './use-modal'
import styles from './sheet.module.scss'

interface SheetProps {
  open: boolean
  title: string
  hint?: string
  closeLabel: string
  onClose: () => void
}

/** Comes up from the bottom over the page; in the middle of a tablet and of a wide screen. */
export function Sheet({ open, ...rest }: PropsWithChildren<SheetProps>) {
  return open ? <OpenSheet {...rest} /> : null
}

function OpenSheet({
  title,
  hint,
  closeLabel,
  onClose,
  children,
}: PropsWithChildren<Omit<SheetProps, 'open'>>) {
  const id = `sheet-${useId().replace(/\W/g, '')}`
  useModal(id, onClose)
  return (
    <View className={styles.sheet} catchMove>
      <View className={styles.scrim} onClick={onClose} />
      <View id={id} className={styles.panel} {...a11y('dialog', title)} aria-modal="true">
        <View className={styles.head}>
          <View className={styles.title} {...a11y('heading')}>
            {title}
          </View>
          <Press className={styles.close} label={closeLabel} onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        {hint && <View className={styles.hint}>{hint}</View>}
        <View className={styles.body}>{children}</View>
      </View>
    </View>
  )
}
