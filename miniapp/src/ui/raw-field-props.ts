export interface RawFieldProps {
  /** Read by screen readers. */
  label: string
  /** Text fields are uncontrolled (WeChat echoes controlled values late): change `key` to start anew. */
  initial?: string
  onText: (text: string) => void
  onFocus?: () => void
  /** Enter on the keyboard, single line only. */
  onConfirm?: () => void
  placeholder?: string
  kind?: 'text' | 'phone' | 'digits' | 'password'
  multiline?: boolean
  maxLength?: number
  invalid?: boolean
  focus?: boolean
  className?: string
}
