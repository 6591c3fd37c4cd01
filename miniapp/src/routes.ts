import Taro from '@tarojs/taro'

const tabs = {
  home: '/pages/home/index',
  progress: '/pages/progress/index',
  me: '/pages/me/index',
} as const

/** Every way from one page to another. */
export const go = {
  home: () => Taro.switchTab({ url: tabs.home }),
  progress: () => Taro.switchTab({ url: tabs.progress }),
  me: () => Taro.switchTab({ url: tabs.me }),
  need: (id: string) => Taro.navigateTo({ url: `/pages/need/index?id=${id}` }),
  receipt: (id: string) => Taro.navigateTo({ url: `/pages/receipt/index?id=${id}` }),
  notices: () => Taro.navigateTo({ url: '/pages/notices/index' }),
  complaints: () => Taro.navigateTo({ url: '/pages/complaints/index' }),
  lookup: () => Taro.navigateTo({ url: '/pages/lookup/index' }),
  around: () => Taro.navigateTo({ url: '/public/pages/around/index' }),
  desk: () => Taro.navigateTo({ url: '/desk/pages/sign-in/index' }),
  listed: () => Taro.navigateTo({ url: '/public/pages/listed/index' }),
  order: (id: string) => Taro.navigateTo({ url: `/desk/pages/order/index?id=${id}` }),
  supervision: (id: string) => Taro.navigateTo({ url: `/desk/pages/supervision-order/index?id=${id}` }),
  /** What is behind a number; the query says which. */
  scoreItems: (query: string) => Taro.navigateTo({ url: `/desk/pages/score-items/index?${query}` }),
  household: (id: string) => Taro.navigateTo({ url: `/grid/pages/household/index?id=${id}` }),
  visit: (household: string) => Taro.navigateTo({ url: `/grid/pages/visit/index?household=${household}` }),
  task: (id: string) => Taro.navigateTo({ url: `/grid/pages/task/index?id=${id}` }),
  written: () => Taro.navigateTo({ url: '/grid/pages/written/index' }),
  heat: () => Taro.navigateTo({ url: '/desk/pages/heat/index' }),
  monthly: () => Taro.navigateTo({ url: '/desk/pages/monthly/index' }),
  schemes: () => Taro.navigateTo({ url: '/desk/pages/schemes/index' }),
  exclusions: () => Taro.navigateTo({ url: '/desk/pages/exclusions/index' }),
  /** The register of households, at a grid. */
  register: (gridId: string) => Taro.navigateTo({ url: `/desk/pages/register/index?gridId=${gridId}` }),
  registered: (id: string) => Taro.navigateTo({ url: `/desk/pages/household/index?id=${id}` }),
  staffNotices: () => Taro.navigateTo({ url: '/desk/pages/notices/index' }),
}

const desk = {
  queue: '/desk/pages/queue/index',
  grid: '/grid/pages/home/index',
  triage: '/desk/pages/triage/index',
  trial: '/desk/pages/trial/index',
  rules: '/desk/pages/rules/index',
  safety: '/desk/pages/safety/index',
  complaints: '/desk/pages/complaints/index',
  callBacks: '/desk/pages/call-backs/index',
  evidence: '/desk/pages/evidence/index',
  supervision: '/desk/pages/supervision/index',
  patterns: '/desk/pages/patterns/index',
  scores: '/desk/pages/scores/index',
  exports: '/desk/pages/exports/index',
  outbox: '/desk/pages/outbox/index',
  deadlines: '/desk/pages/deadlines/index',
  walks: '/desk/pages/walks/index',
  register: '/desk/pages/register/index',
} as const
export type DeskTab = keyof typeof desk

/** Within the desk one page takes the place of the other, so that "back" leaves the desk. */
export const goDesk = (tab: DeskTab) => Taro.redirectTo({ url: desk[tab] })
export const goDeskSignIn = () => Taro.redirectTo({ url: '/desk/pages/sign-in/index' })

/** In place of a page that is not there. */
export const goMissing = () => Taro.redirectTo({ url: '/pages/missing/index' })

export const canGoBack = () => Taro.getCurrentPages().length > 1

/** Back to where one came from; home when the page was opened by its address. */
export const goBack = () => {
  if (canGoBack()) void Taro.navigateBack()
  else void go.home()
}
