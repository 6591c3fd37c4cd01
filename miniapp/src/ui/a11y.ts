type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'progressbar'
  | 'radio'
  | 'radiogroup'
  | 'status'
  | 'switch'
  | 'tab'
  | 'tablist'

const isWeb = process.env.TARO_ENV === 'h5'

/** What a screen reader is told: a browser reads `role`, WeChat reads `aria-role`, and neither knows the other's. */
export const a11y = (role: Role, label?: string) => ({
  ...(isWeb ? { role } : { 'aria-role': role }),
  ...(isWeb && role === 'heading' && { 'aria-level': 2 }),
  ...(label && { 'aria-label': label }),
})

export type { Role }
