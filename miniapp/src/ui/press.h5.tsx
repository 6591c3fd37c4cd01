import { cx } from './cx'
import type { PressProps } from './press-props'

/** Whatever can be pressed. In a browser a real button: focus, Enter and Space come with it. */
export function Press({
  onPress,
  label,
  role,
  checked,
  expanded,
  disabled,
  className,
  children,
}: PressProps) {
  const isTab = role === 'tab'
  return (
    <button
      type="button"
      role={role}
      className={cx('press', className)}
      aria-label={label}
      aria-checked={isTab ? undefined : checked}
      aria-selected={isTab ? checked : undefined}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
    >
      {children}
    </button>
  )
}
