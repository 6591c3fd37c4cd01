import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/index.js'
import { AttachmentFiles } from './attachment-files.js'
import { AttachmentLinks } from './attachment-links.js'
import { AttachmentsController } from './attachments.controller.js'
import { Attachments } from './attachments.js'
import { Photos } from './photos.js'
import { UnusedAttachments } from './unused-attachments.js'
import { Uploads } from './uploads.js'

/** Photos, voice notes and videos. The application registers @fastify/multipart, which reads the forms. */
@Module({
  imports: [PeopleModule],
  controllers: [AttachmentsController],
  providers: [AttachmentFiles, AttachmentLinks, Attachments, Photos, UnusedAttachments, Uploads],
  exports: [Attachments, Uploads],
})
export class AttachmentsModule {}
