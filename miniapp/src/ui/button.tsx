import { Text } from '@tarojs/components'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import styles from './button.module.scss'

export interface ButtonProps {
  children: string
  onPress: () => void
  look?: 'main' | 'soft' | 'line' | 'danger' | 'quiet'
  icon?: IconName
  disabled?: boolean
  /** Something is under way: the words say what, and a second press does nothing. */
  busy?: string | false
  className?: string
}

export function Button({ children, onPress, look = 'main', icon, disabled, busy, className }: ButtonProps) {
  return (
    <Press
      className={cx(
        'kit-button',
        look === 'quiet' && 'kit-quiet',
        styles.button,
        styles[look],
        (disabled || busy) && styles.off,
        className,
      )}
      disabled={disabled || Boolean(busy)}
      onPress={onPress}
    >
      {icon && !busy && <Icon name={icon} />}
      <Text>{busy || children}</Text>
    </Press>
  )
}
