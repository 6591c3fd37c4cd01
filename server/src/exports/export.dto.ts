import { applyDecorators } from '@nestjs/common'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Matches } from 'class-validator'
import { PeriodQuery, ScopeView } from '../scores/index.js'
import { Length } from '../platform/words.js'
import { type ExportFormat, exportFormats, type ExportState, exportStates } from './export-job.entity.js'

const purposeWanted = '请写明用途，2 到 200 个字'
/** What it is wanted for: whatever leaves the system says so. */
const Purpose = () =>
  applyDecorators(
    ApiProperty({ minLength: 2, maxLength: 200, description: 'What it is wanted for' }),
    IsString({ message: purposeWanted }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    Length(2, 200, { message: purposeWanted }),
  )

/** What to export: needs filed in a period, of all that one may see or of a part of it. */
export class NewExportBody extends PeriodQuery {
  @ApiProperty({ enum: exportFormats, enumName: 'ExportFormat' })
  @IsIn(exportFormats, { message: '请选择 CSV、Excel 表格或 Word 报告' })
  format: ExportFormat

  @Purpose()
  purpose: string
}

export class OrderSheetBody {
  @Purpose()
  reason: string
}

export class ExportsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[\w-]{1,80}$/, { message: '列表位置已失效，请下拉刷新' })
  cursor?: string
}

export class ExportFileQuery {
  @ApiProperty({ type: 'integer' })
  @Type(() => Number)
  @IsInt({ message: '下载地址不完整，请回到导出页面重新下载' })
  expires: number

  @ApiProperty()
  @IsString({ message: '下载地址不完整，请回到导出页面重新下载' })
  signature: string
}

export class ExportView {
  @ApiProperty() id: string
  @ApiProperty({ enum: exportFormats, enumName: 'ExportFormat' }) format: ExportFormat
  @ApiProperty({ enum: exportStates, enumName: 'ExportState' }) state: ExportState
  @ApiProperty({ example: '2026-11-01', description: 'First day, Shanghai' }) from: string
  @ApiProperty({ example: '2026-11-30', description: 'Last day, included' }) to: string
  @ApiProperty({ type: ScopeView }) scope: ScopeView
  @ApiProperty() purpose: string
  @ApiProperty({ type: 'integer', nullable: true, description: 'null before it begins' }) rowsTotal:
    number | null
  @ApiProperty({ type: 'integer' }) rowsWritten: number
  @ApiProperty({ type: 'integer', nullable: true }) bytes: number | null
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed, and what to do' }) failure:
    string | null
  @ApiProperty({ format: 'date-time' }) createdAt: string
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the file is thrown away',
  })
  expiresAt: string | null
}

export class ExportPage {
  @ApiProperty({ type: [ExportView] }) items: ExportView[]
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null
}

export class ExportLinkView {
  @ApiProperty({ description: 'Relative to the server, good for two minutes' }) url: string
}
