import { element } from '../element'
import { api, Refusal } from './api'

interface ModalOptions {
  title?: string
  content?: string
  confirmText?: string
  cancelText?: string
  showCancel?: boolean
}

interface ToastOptions {
  title: string
  icon?: string
  duration?: number
}

const overlay = (role: string, ...children: Node[]) => {
  const box = element('div', 'phone-dialog', ...children)
  box.setAttribute('role', role)
  const scrim = element('div', 'phone-scrim', box)
  document.body.append(scrim)
  return scrim
}

/** Shows choices and waits for one of them. */
function ask(title: string, words: string, choices: string[]): Promise<number> {
  return new Promise((chosen) => {
    const buttons = choices.map((choice, index) => {
      const button = element('button', 'phone-choice', choice)
      button.addEventListener('click', () => {
        scrim.remove()
        chosen(index)
      })
      return button
    })
    const scrim = overlay(
      'dialog',
      element('strong', 'phone-dialog-title', title),
      element('p', 'phone-dialog-words', words),
      element('div', 'phone-choices', ...buttons),
    )
  })
}

async function showModal(options: ModalOptions) {
  const { title = '', content = '', confirmText = '确定', cancelText = '取消', showCancel = true } = options
  const longest = Math.max(confirmText.length, cancelText.length)
  if (longest > 4) throw new Refusal('confirmText and cancelText: at most 4 characters')
  const choice = await ask(title, content, showCancel ? [cancelText, confirmText] : [confirmText])
  const confirm = !showCancel || choice === 1
  return { confirm, cancel: !confirm }
}

async function showActionSheet({ itemList }: { itemList: string[] }) {
  if (itemList.length > 6) throw new Refusal('itemList: at most 6')
  const tapIndex = await ask('', '', [...itemList, '取消'])
  if (tapIndex === itemList.length) throw new Refusal('cancel')
  return { tapIndex }
}

let toast: HTMLElement | null = null

function hideToast() {
  toast?.remove()
  toast = null
}

function showToast({ title, duration = 1500 }: ToastOptions) {
  hideToast()
  const shown = element('div', 'phone-toast', title)
  shown.setAttribute('role', 'status')
  document.body.append(shown)
  toast = shown
  setTimeout(() => shown.remove(), duration)
}

export const dialogs = {
  showModal: api('showModal', showModal),
  showActionSheet: api('showActionSheet', showActionSheet),
  showToast: api('showToast', showToast),
  hideToast: api('hideToast', hideToast),
  showLoading: api('showLoading', ({ title }: { title: string }) => showToast({ title, duration: 60_000 })),
  hideLoading: api('hideLoading', hideToast),
}
