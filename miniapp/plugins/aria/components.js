// Only what the screens use: every attribute is paid for in every template.
const props = Object.fromEntries(
  ['role', 'label', 'hidden', 'disabled', 'checked', 'selected', 'expanded', 'modal'].map((n) => [
    `aria-${n}`,
    '',
  ]),
)
const names = [
  'View',
  'Text',
  'Image',
  'Button',
  'Input',
  'Textarea',
  'Switch',
  'Label',
  'Picker',
  'ScrollView',
]
exports.ariaComponents = Object.fromEntries(names.map((n) => [n, { ...props }]))
