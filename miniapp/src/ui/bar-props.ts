import type { ReactNode } from 'react'

export interface BarProps {
  title: string
  /** Absent on a page of the tab bar. */
  onBack?: () => void
  backLabel: string
  action?: ReactNode
}
