import type Taro from '@tarojs/taro'
import { create } from 'zustand'
import { privacyWords } from '@/words-me'

type Answer = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0]

interface Privacy {
  /** What waits for the person's answer: calls of WeChat that use something private. */
  waiting: Answer[]
  /** As WeChat names it. */
  contract: string
}

export const usePrivacy = create<Privacy>(() => ({ waiting: [], contract: privacyWords.contractName }))

/** Lets go on, or fail, whatever waits. @param agreedBy the id of WeChat's button that was tapped */
export function answerPrivacy(agreedBy: string | null) {
  const { waiting } = usePrivacy.getState()
  usePrivacy.setState({ waiting: [] })
  for (const answer of waiting)
    answer(agreedBy ? { event: 'agree', buttonId: agreedBy } : { event: 'disagree' })
}
