import { Input, Textarea } from '@tarojs/components'
import type { RawFieldProps } from './raw-field-props'

export function RawField(props: RawFieldProps) {
  const { label, initial, onText, onFocus, onConfirm, placeholder, kind = 'text', multiline } = props
  const common = {
    'aria-label': label,
    className: props.className,
    defaultValue: initial,
    placeholder,
    placeholderClass: 'placeholder',
    maxlength: props.maxLength ?? -1,
    focus: props.focus,
    onFocus,
    onInput: (event: { detail: { value: string } }) => onText(event.detail.value),
  }
  if (multiline) return <Textarea {...common} autoHeight disableDefaultPadding cursorSpacing={96} />
  return (
    <Input
      {...common}
      type={kind === 'phone' || kind === 'digits' ? 'number' : 'text'}
      password={kind === 'password'}
      onConfirm={onConfirm}
    />
  )
}
