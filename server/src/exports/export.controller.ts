import { createReadStream } from 'node:fs'
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Acting } from '../handling/index.js'
import { CurrentPerson, Permit, type Person, Public } from '../people/index.js'
import { pageOf } from '../platform/database/index.js'
import { forbidden } from '../platform/problem.js'
import { periodNameOf } from '../scores/index.js'
import { type ExportFormat, ExportJob } from './export-job.entity.js'
import { ExportLinks } from './export-links.js'
import { KEPT } from './export-runner.js'
import {
  ExportFileQuery,
  ExportLinkView,
  ExportPage,
  ExportsQuery,
  ExportView,
  NewExportBody,
} from './export.dto.js'
import { daysOf } from './export-period.js'
import { Exports } from './exports.service.js'
import { exportWords } from './words.js'

const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** 导出: needs as a file, made in the background. */
@Controller('exports')
@ApiTags('exports')
export class ExportController {
  constructor(
    private readonly exports: Exports,
    private readonly links: ExportLinks,
    private readonly acting: Acting,
  ) {}

  @Post()
  @HttpCode(200)
  @Permit('exports.own')
  @ApiOkResponse({ type: ExportView })
  ask(
    @CurrentPerson() by: Person,
    @Body() body: NewExportBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<ExportView> {
    const { format, purpose, within } = body
    const asked = { format, period: periodNameOf(body), within, purpose }
    return this.acting.run({ by, key, request: ['export', asked] }, async (tx) =>
      view(await this.exports.ask(tx, by, asked)),
    )
  }

  @Get()
  @Permit('exports.own')
  @ApiOkResponse({ type: ExportPage })
  async page(@CurrentPerson() by: Person, @Query() { cursor }: ExportsQuery): Promise<ExportPage> {
    const rows = await this.exports.page(by, cursor)
    return pageOf(rows, ({ createdAt, id }) => ({ at: createdAt, id }), view)
  }

  @Get(':id')
  @Permit('exports.own')
  @ApiOkResponse({ type: ExportView })
  async one(@CurrentPerson() by: Person, @Param('id') id: string): Promise<ExportView> {
    return view(await this.exports.of(by, id))
  }

  @Post(':id/acts/cancel')
  @HttpCode(200)
  @Permit('exports.own')
  @ApiOkResponse({ type: ExportView })
  async cancel(@CurrentPerson() by: Person, @Param('id') id: string): Promise<ExportView> {
    return view(await this.exports.cancel(by, id))
  }

  @Post(':id/link')
  @HttpCode(200)
  @Permit('exports.own')
  @ApiOkResponse({ type: ExportLinkView })
  async link(@CurrentPerson() by: Person, @Param('id') id: string): Promise<ExportLinkView> {
    return { url: await this.exports.link(by, id) }
  }

  @Get(':id/file')
  @Public()
  @ApiProduces('text/csv', contentTypes.xlsx, contentTypes.docx)
  @ApiOkResponse({ description: 'The file' })
  async file(
    @Param('id') id: string,
    @Query() { expires, signature }: ExportFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.links.isGood(id, expires, signature))
      throw forbidden('export_link_expired', '下载地址已失效，请回到导出页面重新下载')
    const { job, path, bytes } = await this.exports.file(id)
    void reply
      .headers({
        'content-type': contentTypes[job.format],
        'content-length': bytes,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(job))}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(createReadStream(path))
  }
}

function fileName(job: ExportJob): string {
  const { from, to } = daysOf(job)
  return `${exportWords.fileName[job.format](job.scopeName, from, to)}.${job.format}`
}

function view(job: ExportJob): ExportView {
  const {
    id,
    format,
    state,
    scopeId,
    scopeName,
    cutReason,
    purpose,
    rowsTotal,
    rowsWritten,
    bytes,
    failure,
  } = job
  const isKept = state === 'done' && job.finishedAt
  return {
    ...{ id, format, state, ...daysOf(job), purpose, rowsTotal, rowsWritten, bytes, failure },
    scope: { id: scopeId || null, name: scopeName, reason: cutReason },
    createdAt: job.createdAt.toISOString(),
    expiresAt: isKept ? new Date(isKept.getTime() + KEPT).toISOString() : null,
  }
}
