export { AttachmentView } from './attachment.dto.js'
export { Attachment } from './attachment.entity.js'
export { Attachments } from './attachments.js'
export { AttachmentsModule } from './attachments.module.js'
