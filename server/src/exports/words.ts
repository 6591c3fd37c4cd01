import type { RatingLevel } from '@minsheng/shared'
import type { ExportFormat } from './export-job.entity.js'

type Naming = (scope: string, from: string, to: string) => string
const list: Naming = (scope, from, to) => `${scope}工单${from}至${to}`
const report: Naming = (scope, from, to) => `${scope}服务质量报告${from}至${to}`
const fileName: Record<ExportFormat, Naming> = { csv: list, xlsx: list, docx: report }

const satisfied: Record<RatingLevel, string> = {
  1: '不满意',
  2: '不满意',
  3: '基本满意',
  4: '满意',
  5: '满意',
}

export const exportWords = {
  yes: '是',
  no: '否',
  notRated: '未评价',
  satisfied,
  sheet: '工单',
  /** From the first to the last day. */
  fileName,
  tooManyForXlsx: '超过了 Excel 表格能放的 1048575 行，请改选 CSV，或缩短时间',
  failed: '没有导出成功，请稍后再试一次；还不行，请联系管理员',
}
