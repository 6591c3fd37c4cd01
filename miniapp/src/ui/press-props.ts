import type { ReactNode } from 'react'
import type { Role } from './a11y'

export interface PressProps {
  onPress: () => void
  /** Needed when the content has no words. */
  label?: string
  role?: Extract<Role, 'button' | 'link' | 'radio' | 'tab' | 'switch' | 'checkbox'>
  /** For radio, switch, checkbox and tab. */
  checked?: boolean
  expanded?: boolean
  disabled?: boolean
  className?: string
  children?: ReactNode
}
