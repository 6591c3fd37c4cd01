import { useEffect, useRef, type FormEvent } from 'react'
import { useAppearance } from '@/hooks/use-appearance'
import { cx } from './cx'
import type { RawFieldProps } from './raw-field-props'

const types = { text: 'text', phone: 'tel', digits: 'text', password: 'password' } as const
const modes = { text: undefined, phone: 'tel', digits: 'numeric', password: undefined } as const

/** Grows with its text, so that nobody scrolls inside of a box. */
const fit = (element: HTMLTextAreaElement) => {
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight}px`
}

export function RawField(props: RawFieldProps) {
  const { label, initial, onText, onFocus, onConfirm, placeholder, kind = 'text', multiline } = props
  const box = useRef<HTMLTextAreaElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const { focus } = props
  const { scale } = useAppearance()
  useEffect(() => {
    const fitBox = () => box.current && fit(box.current)
    fitBox()
    window.addEventListener('resize', fitBox)
    return () => window.removeEventListener('resize', fitBox)
  }, [scale])
  useEffect(() => {
    if (focus) (box.current ?? line.current)?.focus()
  }, [focus])
  const common = {
    'aria-label': label,
    'aria-invalid': props.invalid || undefined,
    className: cx('raw-field', props.className),
    defaultValue: initial,
    placeholder,
    maxLength: props.maxLength,
    onFocus,
  }
  if (multiline) {
    const change = (event: FormEvent<HTMLTextAreaElement>) => {
      fit(event.currentTarget)
      onText(event.currentTarget.value)
    }
    return <textarea ref={box} rows={1} {...common} onInput={change} />
  }
  return (
    <input
      ref={line}
      {...common}
      type={types[kind]}
      inputMode={modes[kind]}
      autoComplete={kind === 'phone' ? 'tel' : kind === 'digits' ? 'one-time-code' : undefined}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.()
      }}
    />
  )
}
