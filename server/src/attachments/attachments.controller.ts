import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Controller, Get, Headers, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common'
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { forbidden, notFound } from '../platform/problem.js'
import { Limited } from '../platform/rate-limit.js'
import { CurrentPerson, Permit, type Person, Public } from '../people/index.js'
import { AttachmentFiles } from './attachment-files.js'
import { AttachmentLinks } from './attachment-links.js'
import { AttachmentForm, AttachmentView, ContentQuery } from './attachment.dto.js'
import { Attachments } from './attachments.js'
import { rangeOf } from './byte-range.js'
import { Uploads } from './uploads.js'

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly attachments: Attachments,
    private readonly files: AttachmentFiles,
    private readonly links: AttachmentLinks,
  ) {}

  @Post()
  @Permit('attachment.upload')
  @Limited({ name: 'attachment', points: 120, seconds: 600, by: 'person' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'A UUID made once for this file' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AttachmentForm })
  @ApiCreatedResponse({ type: AttachmentView })
  upload(
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<AttachmentView> {
    return this.uploads.accept(person, request, key)
  }

  @Get(':id/content')
  @Public()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file, or the part that a Range header asks for' })
  async content(
    @Param('id') id: string,
    @Query() { size: asked, expires, signature }: ContentQuery,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const size = asked ?? 'whole'
    if (!this.links.isGood(id, size, expires, signature)) throw linkExpired()
    const contentType = size === 'thumbnail' ? 'image/webp' : await this.attachments.contentTypeOf(id)
    const path = this.files.pathOf(id, size)
    const file = await stat(path).catch(() => null)
    if (!contentType || !file) throw notFound('attachment_not_found', '文件已不在了，请刷新页面')
    reply.headers({
      'content-type': contentType,
      'cache-control': 'private, max-age=3600, immutable',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'accept-ranges': 'bytes',
    })
    send(reply, path, file.size, range)
  }
}

const linkExpired = () => forbidden('attachment_link_expired', '文件地址已过期，请刷新页面')

function send(reply: FastifyReply, path: string, size: number, header: string | undefined): void {
  const range = rangeOf(header, size)
  if (range === 'unsatisfiable') {
    void reply
      .status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
      .header('content-range', `bytes */${size}`)
      .send()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  if (range)
    void reply.status(HttpStatus.PARTIAL_CONTENT).header('content-range', `bytes ${start}-${end}/${size}`)
  void reply.header('content-length', end - start + 1).send(createReadStream(path, { start, end }))
}
