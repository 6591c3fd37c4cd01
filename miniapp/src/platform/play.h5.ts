let playing: HTMLAudioElement | null = null

/** Plays a voice note; the one before it stops. */
export function playVoice(url: string) {
  playing?.pause()
  playing = new Audio(url)
  void playing.play().catch(() => {})
}

/** Photos and videos open in a tab of their own: the browser zooms better than we could. */
export function showMedia(urls: string[], current: string) {
  window.open(urls.includes(current) ? current : urls[0], '_blank', 'noopener')
}
