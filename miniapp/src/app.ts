import type { PropsWithChildren } from 'react'
import { useDidShow, useLaunch } from '@tarojs/taro'
import { startOutgoing, sendOutgoing } from '@/stores/outgoing-queue'
// The kit first: a page's own style comes after it and wins.
import '@/ui'
import './app.scss'
import './styles/web'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => startOutgoing())
  useDidShow(() => sendOutgoing())
  return children
}
