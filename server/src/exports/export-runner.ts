import { Readable } from 'node:stream'
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { DAY, MINUTE } from '@minsheng/shared'
import { LessThanOrEqual } from 'typeorm'
import { newId, UnitOfWork } from '../platform/database/index.js'
import { Doorbell } from '../platform/doorbell.js'
import { Present } from '../platform/present.js'
import { csvText } from './csv.js'
import { reportPeriodOf, scopeOf } from './export-period.js'
import { exportColumns, exportRow } from './export-columns.js'
import { ExportFiles } from './export-files.js'
import { ExportJob } from './export-job.entity.js'
import { exportPage, ExportRows } from './export-rows.js'
import { ServiceReport } from './service-report.js'
import { exportWords } from './words.js'
import { xlsxRowsAtMost, xlsxStream } from './xlsx.js'

/** Much longer than a page takes. A server that died keeps an export no longer than this. */
const LEASE = 2 * MINUTE
const ATTEMPTS = 3
/** So many rows are written before it is told how far it is, and whether it was cancelled. */
const TOLD_EVERY = 4_000
/** How long a file is kept. */
export const KEPT = 3 * DAY
/** Milliseconds between two looks while there is nothing to do. */
const POLL = 5_000

/** The export was cancelled, or another server has it. */
class ExportLost extends Error {}
/** It will never go, and the person can be told why. */
class Impossible extends Error {}

const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

/**
 * Writes the exports, one at a time on each server, and throws files away whose time is over. An export is leased as
 * clocks are: a conditional update that counts what it changed, renewed with each page.
 */
@Injectable()
export class ExportRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('exports')
  private readonly bell = new Doorbell()
  private running: Promise<void> | undefined
  private isStopping = false

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: ExportRows,
    private readonly report: ServiceReport,
    private readonly files: ExportFiles,
    private readonly present: Present,
  ) {
    unitOfWork.onInserted(ExportJob, () => this.bell.ring())
  }

  /** From now on until the application stops. */
  start(): void {
    this.running ??= this.loop()
  }

  /** Does all that there is to do. For tests. */
  async sweep(): Promise<void> {
    while (await this.turn());
  }

  /** What is under way is given up; another server, or the next start, begins it anew. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    this.bell.ring()
    await this.running
  }

  private async loop(): Promise<void> {
    while (!this.isStopping) if (!(await this.attempt())) await this.bell.wait(POLL)
  }

  /** A database that is away for a while must not end the loop. */
  private async attempt(): Promise<boolean> {
    try {
      return await this.turn()
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error))
      return false
    }
  }

  /** @returns whether there was something to do */
  private async turn(): Promise<boolean> {
    const job = await this.take()
    if (job) await this.carryOut(job)
    return job !== null
  }

  /** Leases the export that has waited longest: one range of `ix_export_job_next`. */
  async take(): Promise<ExportJob | null> {
    const now = this.present.now()
    const due = { nextAt: LessThanOrEqual(now) }
    const job = await this.unitOfWork.reader.findOne(ExportJob, {
      where: due,
      order: { nextAt: 'ASC', id: 'ASC' },
    })
    if (!job) return null
    const lease = { leaseOwner: newId(now), nextAt: later(now, LEASE) }
    const attempt =
      job.state === 'done' ? lease : { ...lease, state: 'running' as const, attempts: job.attempts + 1 }
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(ExportJob, { id: job.id, state: job.state, ...due }, attempt),
    )
    return affected === 1 ? Object.assign(job, attempt) : this.take()
  }

  async carryOut(job: ExportJob): Promise<void> {
    if (job.state === 'done') return this.expire(job)
    try {
      await this.write(job)
    } catch (error) {
      await this.failed(job, error)
    }
  }

  private async write(job: ExportJob): Promise<void> {
    const rowsTotal = job.format === 'docx' ? 0 : await this.rows.count(job)
    if (job.format === 'xlsx' && rowsTotal > xlsxRowsAtMost) throw new Impossible(exportWords.tooManyForXlsx)
    await this.change(job, { rowsTotal, rowsWritten: 0 })
    const bytes = await this.files.write(job.id, tokenOf(job), await this.content(job))
    const finishedAt = this.present.now()
    const done = { state: 'done' as const, bytes, finishedAt, nextAt: later(finishedAt, KEPT), openFor: null }
    await this.change(job, done).catch(async (error: unknown) => {
      await this.files.discard(job.id)
      throw error
    })
  }

  private async content(job: ExportJob): Promise<Readable> {
    if (job.format === 'docx')
      return Readable.from([await this.report.write(reportPeriodOf(job), scopeOf(job))])
    const pages = this.pages(job)
    if (job.format === 'xlsx') return xlsxStream(exportColumns, pages)
    const head = exportColumns.map(({ title }) => title)
    return Readable.from(csvText(head, pages), { objectMode: false })
  }

  /** Page by page; the next one is read while this one is written. */
  private async *pages(job: ExportJob): AsyncGenerator<string[][]> {
    const names = await this.rows.names()
    let rowsWritten = 0
    for (let page = await this.rows.after(job, undefined); page.length > 0;) {
      const last = page.at(-1)
      const next = page.length < exportPage ? Promise.resolve([]) : this.rows.after(job, last)
      // Whoever stops reading here must not leave a refusal that nobody hears.
      next.catch(() => null)
      yield page.map((need) => exportRow(need, names))
      rowsWritten += page.length
      if (rowsWritten % TOLD_EVERY === 0) await this.tell(job, rowsWritten)
      page = await next
    }
    await this.tell(job, rowsWritten)
  }

  private tell(job: ExportJob, rowsWritten: number): Promise<void> {
    return this.change(job, { rowsWritten, nextAt: later(this.present.now(), LEASE) })
  }

  /** @throws ExportLost when it was cancelled, or has been taken over, or the server stops */
  private async change(job: ExportJob, change: Partial<ExportJob>): Promise<void> {
    if (this.isStopping) throw new ExportLost('the server stops')
    const own = { id: job.id, state: 'running' as const, leaseOwner: tokenOf(job) }
    const { affected } = await this.unitOfWork.run((tx) => tx.update(ExportJob, own, change))
    if (affected !== 1) throw new ExportLost('the export was cancelled or taken over')
  }

  /** Tried again a minute later, three times in all. What was cancelled is not touched. */
  private async failed(job: ExportJob, error: unknown): Promise<void> {
    const own = { id: job.id, state: 'running' as const, leaseOwner: tokenOf(job) }
    const now = this.present.now()
    if (error instanceof ExportLost && !this.isStopping) return
    if (!(error instanceof ExportLost))
      this.logger.error(error instanceof Error ? error.message : String(error))
    const isOver = error instanceof Impossible || (job.attempts >= ATTEMPTS && !this.isStopping)
    const failure = error instanceof Impossible ? error.message : exportWords.failed
    const change: Partial<ExportJob> = isOver
      ? { state: 'failed', failure, finishedAt: now, nextAt: null, openFor: null }
      : { state: 'waiting', rowsWritten: 0, nextAt: this.isStopping ? now : later(now, MINUTE) }
    await this.unitOfWork.run((tx) => tx.update(ExportJob, own, { ...change, leaseOwner: null }))
  }

  private async expire(job: ExportJob): Promise<void> {
    await this.files.discard(job.id)
    await this.unitOfWork.run((tx) =>
      tx.update(
        ExportJob,
        { id: job.id, state: 'done' },
        { state: 'expired', nextAt: null, leaseOwner: null },
      ),
    )
  }
}

/** Of a job that was taken. */
const tokenOf = ({ leaseOwner }: ExportJob): string => leaseOwner ?? ''
