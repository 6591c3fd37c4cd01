import { formatDate } from '@minsheng/shared'
import type { NeedSource } from './dimensions.js'

export const scopeWords = {
  district: '全区',
  cut: (name: string) => `您在${name}工作，这里只有${name}的数据`,
  notYours: (name: string) => `您只能查看${name}的数据。需要全区数据，请向督办员索取`,
}

export const sourceWords: Record<NeedSource, string> = {
  resident: '居民自己提交',
  gridWorker: '网格员代为提交',
}

/** What has no department, or no field, yet. */
export const unsorted = '待分派'

export const weekName = (monday: string): string => `${formatDate(monday)}起一周`
export const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
