import { uuid } from '@/platform/uuid'
import { absolute, ask } from './http'
import type { ExportView, NewExportBody, Paged } from './api'

const realm = 'staff'

export const myExports = (cursor: string | null) =>
  ask<Paged<ExportView>>({ path: '/exports', query: { cursor }, realm })

export const startExport = (body: NewExportBody) =>
  ask<ExportView>({ path: '/exports', method: 'POST', body, realm, idempotencyKey: uuid() })

export const cancelExport = (id: string) =>
  ask<ExportView>({ path: `/exports/${id}/acts/cancel`, method: 'POST', body: {}, realm })

/** An address that is good for two minutes. */
export const exportLink = async (id: string): Promise<string> =>
  absolute((await ask<{ url: string }>({ path: `/exports/${id}/link`, method: 'POST', body: {}, realm })).url)
