/** The voice that reads Chinese, when the browser has one; voices come a while after the page. */
const chineseVoice = () => window.speechSynthesis?.getVoices().find(({ lang }) => /^zh/i.test(lang))

export const canSpeak = () => chineseVoice() !== undefined

/** Calls back when the browser has found its voices. */
export function onVoices(callback: () => void): () => void {
  window.speechSynthesis?.addEventListener('voiceschanged', callback)
  return () => window.speechSynthesis?.removeEventListener('voiceschanged', callback)
}

/** Somewhat slower than people speak, for those who hear it once. */
const RATE = 0.9

export function speak(text: string, onEnd: () => void) {
  const saying = new SpeechSynthesisUtterance(text)
  saying.voice = chineseVoice() ?? null
  saying.lang = 'zh-CN'
  saying.rate = RATE
  saying.onend = onEnd
  saying.onerror = onEnd
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(saying)
}

export const stopSpeaking = () => window.speechSynthesis?.cancel()
