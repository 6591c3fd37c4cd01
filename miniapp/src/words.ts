/** Chinese text that many screens share. States, acts and times are worded in @minsheng/shared. */
export const words = {
  back: '返回',
  close: '关闭',
  loading: '正在打开',
  retry: '再试一次',
  all: '全部',
  more: '显示更多',
  moreBusy: '正在打开…',
  cancel: '取消',
  confirm: '确定',
  offlineTitle: '网络连不上',
  failedTitle: '没有打开',
  hotline: (phone: string) => `打电话 ${phone}`,
  call: (phone: string) => `拨打 ${phone}`,
  photo: (n: number) => `照片 ${n}`,
  video: (n: number) => `视频 ${n}`,
  voice: (seconds: number | null) => (seconds ? `语音 ${Math.round(seconds)} 秒` : '语音'),
  remove: '去掉',
  uploadFailed: '未传上，点重试',
  field: '民生领域',
  receiptNo: '受理编号',
  copied: '已复制',
  notCopied: '没有复制成，请记下或截图',
} as const

export const readAloudWords = { start: '念给我听', stop: '不念了' } as const

export const updateWords = { ready: '新版本已备好，现在换上吗？写了一半的内容不会丢' } as const

export const missingWords = {
  title: '没有这一页',
  heading: '这一页不在了',
  words: '链接可能旧了。回首页可以提交诉求，也可以凭编号查询',
  home: '回首页',
} as const

export const shareWords = { title: '遇到困难？一句话就能反映，看着它办好' } as const
