import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/index.js'
import { AttachmentLinks } from './attachment-links.js'
import { Attachments } from './attachments.js'

/** Photos, voice notes and videos. */
@Module({ imports: [PeopleModule], providers: [AttachmentLinks, Attachments], exports: [Attachments] })
export class AttachmentsModule {}
