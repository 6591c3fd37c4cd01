import Taro from '@tarojs/taro'

let playing: Taro.InnerAudioContext | null = null

/** Plays a voice note; the one before it stops. */
export function playVoice(url: string) {
  playing?.destroy()
  playing = Taro.createInnerAudioContext()
  playing.src = url
  playing.play()
}

/** Photos and videos in WeChat's own viewer. */
export function showMedia(urls: string[], current: string) {
  void Taro.previewMedia({
    current: Math.max(0, urls.indexOf(current)),
    sources: urls.map((url) => ({ url, type: /\.mp4|video/.test(url) ? 'video' : 'image' })),
  })
}
