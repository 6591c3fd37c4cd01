import { useEffect, useRef, useState } from 'react'

const focusable = 'button:not(:disabled), input, textarea, [tabindex]'

/** What lies upon a page keeps the focus; Escape closes it, and the focus goes back to where it was. */
export function useModal(id: string, onClose: () => void) {
  const close = useRef(onClose)
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const panel = document.getElementById(id)
    if (panel && !panel.contains(document.activeElement)) {
      panel.tabIndex = -1
      panel.focus({ preventScroll: true })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && panel) keepWithin(panel, event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [id, before])
}

/** From the last one the way goes on to the first, and back. */
function keepWithin(panel: HTMLElement, event: KeyboardEvent) {
  const stops = [...panel.querySelectorAll<HTMLElement>(focusable)].filter((stop) => stop.offsetParent)
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const at = document.activeElement
  const isLeaving = event.shiftKey ? at === first || at === panel : at === last
  if (!isLeaving && panel.contains(at)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
