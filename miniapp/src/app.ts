import type { PropsWithChildren } from 'react'
import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import { preparePage } from '@/platform/page-start'
import { listenForPrivacy } from '@/platform/privacy'
import { listenForUpdates } from '@/platform/updates'
import { goMissing } from '@/routes'
import { startOutgoing, sendOutgoing } from '@/stores/outgoing-queue'
import { watchPhoneKey } from '@/stores/phone-key'
import { keepSignedIn } from '@/stores/sign-in'
// In this order: what comes later wins, and a page's own style comes after all of these.
import './styles/root'
import './app.scss'
import '@/ui'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    preparePage()
    listenForPrivacy()
    listenForUpdates()
    keepSignedIn()
    watchPhoneKey()
    startOutgoing()
  })
  usePageNotFound(() => void goMissing())
  useDidShow(() => void sendOutgoing())
  return children
}
