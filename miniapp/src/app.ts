import type { PropsWithChildren } from 'react'
import { useDidShow, useLaunch } from '@tarojs/taro'
import { preparePage } from '@/platform/page-start'
import { startOutgoing, sendOutgoing } from '@/stores/outgoing-queue'
// In this order: what comes later wins, and a page's own style comes after all of these.
import './styles/root'
import './app.scss'
import '@/ui'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    preparePage()
    startOutgoing()
  })
  useDidShow(() => void sendOutgoing())
  return children
}
