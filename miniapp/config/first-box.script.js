/* global document, location, requestAnimationFrame, addEventListener, removeEventListener, HTMLTextAreaElement, MutationObserver */
// Runs in the page before any other script, in browsers as old as those in `browserslist`.
;(() => {
  const root = document.documentElement
  const shell = document.getElementById('first-box')
  const box = shell.querySelector('textarea')

  /** What the app has kept; Taro wraps it. */
  const read = (name) => {
    try {
      return JSON.parse(JSON.parse(localStorage.getItem(name)).data) || {}
    } catch {
      return {}
    }
  }
  // As the person had it on the last visit (platform/dress.h5.ts).
  const { classes, scale } = read('look')
  if (classes) root.className = classes
  if (scale) root.style.setProperty('--scale', scale)
  if (!/^\/(pages\/home\/index)?$/.test(location.pathname)) return shell.remove()

  const fit = () => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }
  if (root.classList.contains('large')) {
    const question = shell.querySelector('.first-question')
    question.textContent = question.dataset.large
    box.placeholder = box.dataset.large
  }
  const before = read('draft').state?.text || ''
  // Written on a visit on which the app never came.
  box.value = sessionStorage.getItem('first-text') || before
  fit()
  box.addEventListener('input', () => {
    fit()
    sessionStorage.setItem('first-text', box.value)
  })
  // A script that does not come, or that breaks: what is written is kept, and there is a way on.
  const trouble = shell.querySelector('.first-trouble')
  const say = () => (trouble.hidden = false)
  addEventListener('error', say, true)
  trouble.querySelector('button').addEventListener('click', () => location.reload())

  let isComposing = false
  box.addEventListener('compositionstart', () => (isComposing = true))
  box.addEventListener('compositionend', () => (isComposing = false))

  function handOver(target) {
    const isWriting = document.activeElement === box
    const { value, selectionStart, selectionEnd } = box
    root.classList.remove('begins')
    if (isWriting) target.focus()
    if (value !== before) {
      // Past React's own setter, or it would not take the change for one.
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(target, value)
      target.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (isWriting) target.setSelectionRange(selectionStart, selectionEnd)
    sessionStorage.removeItem('first-text')
    removeEventListener('error', say, true)
    shell.remove()
  }

  // Taro's components move their children about at first, which takes the focus away: only when all stands still, and
  // not in the middle of a Chinese word that is being composed.
  let stillFrames = 0
  const observer = new MutationObserver(() => (stillFrames = 0))
  observer.observe(document.body, { childList: true, subtree: true })
  root.classList.add('begins')
  const look = () => {
    const target = document.querySelector('#app textarea')
    if (!target || isComposing || ++stillFrames < 3) return requestAnimationFrame(look)
    observer.disconnect()
    handOver(target)
  }
  requestAnimationFrame(look)
})()
