import type { Config } from '../platform/config.js'
import { startSmsStandIn } from './sms/index.js'
import { startWeChatStandIn } from './wechat/index.js'

export interface StandIns {
  /** The same settings, with the addresses of those that were started. */
  config: Config
  /** The addresses at which people read what a demonstration sent; empty outside of one. */
  messages: readonly { name: string; url: string }[]
  /** Events are pushed to this server from now on. */
  pushTo: (port: number) => void
  stop: () => Promise<void>
}

const sms = { key: 'demonstration', signature: '民生直通' } as const

/**
 * Whom a demonstration talks to where nobody is configured: WeChat's servers, and a provider of short messages.
 * Outside of a demonstration none is started.
 */
export async function startStandIns(config: Config): Promise<StandIns> {
  const { isDemonstration, weChatEvents } = config
  const weChat = isDemonstration && !config.weChat.baseUrl ? await startWeChatStandIn() : undefined
  const provider = isDemonstration && !config.sms ? await startSmsStandIn(sms.key) : undefined
  return {
    config: {
      ...config,
      ...(weChat && { weChat: { ...config.weChat, baseUrl: weChat.url } }),
      ...(provider && { sms: { ...sms, url: provider.url } }),
    },
    messages: [
      ...(weChat ? [{ name: '微信消息', url: `${weChat.url}/stand-in/messages` }] : []),
      ...(provider ? [{ name: '短信', url: provider.url }] : []),
    ],
    pushTo: (port) => {
      const url = `http://127.0.0.1:${port}/api/v1/wechat/events`
      weChat?.pushTo({ url, appId: config.weChat.appId, ...weChatEvents })
    },
    stop: async () => {
      await Promise.all([weChat?.stop(), provider?.stop()])
    },
  }
}
