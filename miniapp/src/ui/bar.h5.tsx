import type { BarProps } from './bar-props'
import { Icon } from './icon'
import { Press } from './press'
import styles from './bar.module.scss'

/** The head of a page in a browser: where WeChat has its own. */
export function Bar({ title, onBack, backLabel, action }: BarProps) {
  return (
    <header className={styles.bar}>
      {onBack && (
        <Press className={styles.back} label={backLabel} onPress={onBack}>
          <Icon name="back" />
        </Press>
      )}
      <h1 className={styles.title}>{title}</h1>
      {action}
    </header>
  )
}
