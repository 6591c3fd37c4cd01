import { words } from '@/words'

const button = (text: string, className: string, value: string) => {
  const element = document.createElement('button')
  element.className = `press ask-button ${className}`
  element.value = value
  element.textContent = text
  return element
}

/** Asks before something that cannot be undone. The browser's own dialog keeps the focus and knows Escape. */
export function ask(question: string): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'ask'
  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'ask-form'
  const text = document.createElement('p')
  text.id = 'ask-question'
  text.className = 'ask-question'
  text.textContent = question
  dialog.setAttribute('aria-labelledby', text.id)
  form.append(text, button(words.cancel, '', 'no'), button(words.confirm, 'ask-yes', 'yes'))
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
  })
}
