/** WeChat's own components that the runner has; a template with another one does not compile. */
export const builtInTags = [
  'view',
  'text',
  'image',
  'input',
  'textarea',
  'scroll-view',
  'button',
  'label',
  'switch',
] as const

export type BuiltInTag = (typeof builtInTags)[number]
