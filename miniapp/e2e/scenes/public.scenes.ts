import type { Scene } from './scene'

/** What anybody may see. */
export const publicScenes: Scene[] = [
  {
    name: 'around',
    page: 'public/pages/around/index',
    who: 'stranger',
    seen: /天办完|当天办完/,
    source: '**/api/v1/disclosure/solved*',
    empty: '这里最近 7 天还没有',
  },
  {
    name: 'around-rates',
    page: 'public/pages/around/index',
    who: 'stranger',
    seen: /人评价/,
    act: ({ page }) => page.getByRole('tab', { name: '各单位' }).click(),
  },
  {
    name: 'around-trust',
    page: 'public/pages/around/index',
    who: 'stranger',
    seen: '谁能看到我的电话和住址？',
    act: ({ page }) => page.getByRole('tab', { name: '信息怎么用' }).click(),
  },
  {
    name: 'listed',
    page: 'public/pages/listed/index',
    who: 'stranger',
    seen: '公开时间',
    source: '**/api/v1/supervision-orders/listed*',
    empty: '现在没有公开监督的事',
  },
  {
    name: 'listed-complaints',
    page: 'public/pages/listed/index',
    who: 'stranger',
    seen: '超过答复时间',
    source: '**/api/v1/complaints/escalated*',
    empty: '现在没有公开的投诉',
    act: ({ page }) => page.getByRole('tab', { name: '没解决的投诉' }).click(),
  },
  {
    name: 'listed-projects',
    page: 'public/pages/listed/index',
    who: 'stranger',
    seen: '怎么解决',
    source: '**/api/v1/monthly-topics/public*',
    empty: '还没有选定的题目',
    act: ({ page }) => page.getByRole('tab', { name: '每月一题' }).click(),
  },
]
