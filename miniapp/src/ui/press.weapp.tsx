import { View } from '@tarojs/components'
import type { PressProps } from './press-props'

const state = (name: string, value: boolean | undefined) =>
  value === undefined ? {} : { [`aria-${name}`]: value ? 'true' : 'false' }

/** Whatever can be pressed. WeChat's own button brings a look that cannot be taken off, a view does not. */
export function Press({
  onPress,
  label,
  role = 'button',
  checked,
  expanded,
  disabled,
  className,
  children,
}: PressProps) {
  return (
    <View
      className={className}
      hoverClass={disabled ? 'none' : 'pressed'}
      aria-role={role}
      {...(label && { 'aria-label': label })}
      {...state(role === 'tab' ? 'selected' : 'checked', checked)}
      {...state('expanded', expanded)}
      {...state('disabled', disabled || undefined)}
      onClick={(event) => {
        event.stopPropagation()
        if (!disabled) onPress()
      }}
    >
      {children}
    </View>
  )
}
