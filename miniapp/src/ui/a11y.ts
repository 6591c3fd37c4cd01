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

/** Screen-reader props for both targets: `role` is what a browser reads, `aria-role` what WeChat reads. */
export const a11y = (role: Role, label?: string) => ({
  role,
  'aria-role': role,
  ...(label && { 'aria-label': label }),
})

export type { Role }
