import { type PeriodName, periodOf } from '@minsheng/shared'
import { Injectable, Logger } from '@nestjs/common'
import { In } from 'typeorm'
import type { Person } from '../people/index.js'
import {
  insertRows,
  isUniqueViolation,
  newId,
  pageAfter,
  type Tx,
  UnitOfWork,
} from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { badRequest, conflict, notFound } from '../platform/problem.js'
import { Scopes } from '../scores/index.js'
import { ExportFiles } from './export-files.js'
import { type ExportFormat, ExportJob } from './export-job.entity.js'
import { ExportLinks } from './export-links.js'

export interface NewExport {
  format: ExportFormat
  period: PeriodName
  /** A department or town; the most that one may see if undefined. */
  within: string | undefined
  purpose: string
}

/** Files that leaders, supervisors and administrators ask for, each only for whoever asked. */
@Injectable()
export class Exports {
  private readonly logger = new Logger('exports')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly files: ExportFiles,
    private readonly links: ExportLinks,
    private readonly present: Present,
  ) {}

  /**
   * Puts an export into the queue, cut to what the person may see.
   * @throws Problem 400 `period_invalid`, 403 `scope_not_yours`, 404 `scope_not_found`, 409 `export_running`
   */
  async ask(tx: Tx, by: Person, { format, period, within, purpose }: NewExport): Promise<ExportJob> {
    if (format === 'docx' && period.kind === 'noonDay')
      throw badRequest('period_invalid', '报告按整天统计，请选择自然月或起止日期')
    const scope = await this.scopes.of(by, within)
    const { from, until } = periodOf(period)
    const createdAt = this.present.now()
    const job: ExportJob = {
      ...{
        id: newId(createdAt),
        ownerId: by.id,
        openFor: by.id,
        format,
        state: 'waiting',
        purpose,
        createdAt,
      },
      ...{ periodFrom: from, periodUntil: until },
      ...{ scopeKind: scope.kind, scopeId: scope.id, scopeName: scope.name, cutReason: scope.reason },
      ...{ rowsTotal: null, rowsWritten: 0, bytes: null, failure: null, attempts: 0, downloads: 0 },
      ...{ downloadedAt: null, finishedAt: null, nextAt: createdAt, leaseOwner: null },
    }
    try {
      await insertRows(tx, ExportJob, [job])
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw conflict('export_running', '您还有一个导出没有完成，请等它完成，或先取消它')
    }
    return job
  }

  /** The newest first, 21 rows by key: one range of `ix_export_job_owner`. */
  page(by: Person, cursor: string | undefined): Promise<ExportJob[]> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(ExportJob, 'e')
      .where('e.ownerId = :owner', { owner: by.id })
    return pageAfter(query, { at: 'e.createdAt', id: 'e.id', direction: 'DESC' }, cursor).getMany()
  }

  /** @throws Problem 404 `export_not_found`, also when it is somebody else's */
  async of(by: Person, id: string): Promise<ExportJob> {
    const job = await this.unitOfWork.reader.findOneBy(ExportJob, { id, ownerId: by.id })
    if (!job) throw notFound('export_not_found', '没有找到这个导出，请回到列表重新查看')
    return job
  }

  /** Whoever writes it notices with the next page. @throws Problem 404, 409 `export_over` */
  async cancel(by: Person, id: string): Promise<ExportJob> {
    await this.of(by, id)
    const over = { state: 'cancelled' as const, openFor: null, nextAt: null, leaseOwner: null }
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        ExportJob,
        { id, state: In(['waiting', 'running']) },
        { ...over, finishedAt: this.present.now() },
      ),
    )
    if (affected !== 1) throw conflict('export_over', '这个导出已经结束，不用取消')
    return this.of(by, id)
  }

  /** An address for the owner's browser. Each one is logged. @throws Problem 404, 409 `export_not_ready` */
  async link(by: Person, id: string): Promise<string> {
    const { state } = await this.of(by, id)
    if (state !== 'done' || (await this.files.sizeOf(id)) === null)
      throw conflict('export_not_ready', '文件还没有准备好，或已过保存期，请重新导出')
    const downloadedAt = this.present.now()
    await this.unitOfWork.run((tx) =>
      tx.update(ExportJob, { id }, { downloads: () => 'downloads + 1', downloadedAt }),
    )
    this.logger.log({ message: 'export downloaded', exportId: id, staffId: by.id })
    return this.links.to(id)
  }

  /** The file behind a good link. @throws Problem 404 */
  async file(id: string): Promise<{ job: ExportJob; path: string; bytes: number }> {
    const job = await this.unitOfWork.reader.findOneBy(ExportJob, { id, state: 'done' })
    const bytes = job && (await this.files.sizeOf(id))
    if (!job || bytes === null) throw notFound('export_not_found', '文件已过保存期，请重新导出')
    return { job, path: this.files.pathOf(id), bytes }
  }
}
