/**
 * Taro's tab bar is made of links to "javascript:;", which the page's security policy refuses aloud on every
 * tap. The tap itself is what counts: the link is not followed.
 */
export function preparePage() {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link?.getAttribute('href')?.startsWith('javascript:')) event.preventDefault()
    },
    true,
  )
}
