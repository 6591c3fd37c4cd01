import { useEffect, useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import { useAppearance } from '@/hooks/use-appearance'
import { canSpeak, onVoices, speak, stopSpeaking } from '@/platform/speech'
import { Button } from '@/ui'
import { readAloudWords } from '@/words'

/** In large type: what the page says, spoken. Absent where the browser has no Chinese voice. */
export function ReadAloud({ text }: { text: string }) {
  const { isLarge } = useAppearance()
  const [isAble, setAble] = useState(canSpeak)
  const [isSpeaking, setSpeaking] = useState(false)
  useEffect(() => onVoices(() => setAble(canSpeak())), [])
  useEffect(() => stopSpeaking, [])
  useDidHide(stopSpeaking)
  if (!isLarge || !isAble) return null

  const press = () => {
    if (isSpeaking) stopSpeaking()
    else speak(text, () => setSpeaking(false))
    setSpeaking(!isSpeaking)
  }
  return (
    <Button look="soft" icon={isSpeaking ? 'stop' : 'speaker'} onPress={press}>
      {isSpeaking ? readAloudWords.stop : readAloudWords.start}
    </Button>
  )
}
