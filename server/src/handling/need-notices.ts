import { formatDate, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Notices, type Outbox, Subscribers, type Telling, templateTime } from '../messages/index.js'
import { Departments, Joining } from '../people/index.js'
import type { TemplateKind } from '../platform/config.js'
import type { Tx } from '../platform/database/index.js'
import { Need } from './need.entity.js'
import { stateWordsOf, unnamedDepartment } from './words.js'

interface Rule {
  /** What the resident reads; null tells nothing: it was his own act, or it is the office's business. */
  words: ((need: Need, department: string) => string) | null
  /** The template of the message beside it, when it is worth one of the few that the resident allowed. */
  message?: TemplateKind
  /** Of which needs there is that message; of all, when it does not say. */
  messageFor?: (need: Need) => boolean
}

/** Whether somebody else filed it: then the resident has not seen it on a screen. */
const isOnBehalf = ({ filedById, residentId }: Need): boolean =>
  filedById !== null && filedById !== residentId

/** What the resident is told of each topic of the outbox, in plain words. */
const rules: Readonly<Record<string, Rule>> = {
  'need.submitted': {
    words: (need) =>
      isOnBehalf(need)
        ? `网格员替您提交了“${need.title}”，受理编号 ${need.receiptNo}`
        : `收到了您的“${need.title}”，受理编号 ${need.receiptNo}`,
    message: 'progress',
    messageFor: isOnBehalf,
  },
  'need.dispatched': { words: ({ title }, department) => `您的“${title}”已转给${department}` },
  'need.accepted': {
    words: ({ title }, department) => `${department}开始办理您的“${title}”`,
    message: 'progress',
  },
  'need.contacted': { words: null },
  'need.answered': {
    words: ({ title }, department) => `${department}答复了您的“${title}”，请看看办得怎么样`,
    message: 'answered',
  },
  'need.rework': {
    words: ({ title }, department) => `您的“${title}”由${department}重新办理`,
    message: 'progress',
  },
  'need.rejected': { words: ({ title }) => `您的“${title}”没有受理，请看原因`, message: 'progress' },
  'need.asked': {
    words: ({ title }, department) => `${department}请您补充“${title}”的情况，3 个工作日内点开写一句就行`,
    message: 'progress',
  },
  'need.supplied': { words: null },
  'need.supplyExpired': {
    words: ({ title }, department) => `没有等到您的补充，${department}按现有情况继续办理“${title}”`,
  },
  'need.planned': {
    words: ({ title, dueAt }, department) =>
      `${department}把您的“${title}”列入计划，预计${dueAt ? formatDate(shanghaiDate(dueAt)) : ''}前办好`,
    message: 'progress',
  },
  'need.resumed': { words: ({ title }, department) => `${department}恢复办理您的“${title}”` },
  'need.extended': {
    words: ({ title, dueAt }, department) =>
      `${department}办理您的“${title}”需要更多时间，延到 ${dueAt ? shanghaiDate(dueAt) : ''}`,
    message: 'progress',
  },
  'need.merged': {
    words: ({ title }) => `您的“${title}”与同类诉求一起办理，受理编号不变，办好后请您评价`,
    message: 'progress',
  },
  'need.split': { words: ({ title }) => `您的“${title}”恢复单独办理，答复您的时间和之前一样` },
  'need.invited': {
    words: ({ title }, department) => `${department}已答复您的“${title}”，办得怎么样？点一下就行`,
    message: 'answered',
  },
  'need.lapsed': {
    words: ({ title }) => `您的“${title}”14 天没有评价，先结束办理了。问题还在的话，30 天内可以重新办理`,
  },
  'need.followUp': {
    words: ({ title }) => `您的“${title}”办好四周了，还好吗？点一下告诉我们`,
    message: 'answered',
  },
  'need.followUpSaid': { words: null },
  'need.concluded': {
    words: ({ title }) =>
      `您的“${title}”多次办理仍没解决，已如实记为未解决，到此结束办理。如有意见，请拨打 12345`,
    message: 'progress',
  },
  'need.withdrawn': { words: null },
  'need.rated': { words: null },
  'order.returnRequested': { words: null },
  'clock.invite': { words: null },
  'clock.lapse': { words: null },
}

/** Follows the acts on needs and tells their residents. */
@Injectable()
export class NeedNotices {
  constructor(
    private readonly departments: Departments,
    private readonly notices: Notices,
    subscribers: Subscribers,
    joining: Joining,
  ) {
    subscribers.follow(Object.keys(rules), (tx, rows) => this.follow(tx, rows))
    joining.onJoin(moveNeeds)
  }

  private async follow(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const told = rows.filter(({ topic }) => rules[topic]?.words)
    const needs = await needsOf(tx, told)
    const departments = await this.departments.known()
    const tellings = told.flatMap((row): Telling[] => {
      const need = needs.get(row.needId)
      const words = rules[row.topic]?.words
      if (!need || !words) return []
      // The department of the moment, when the row says it; by now it may be another one.
      const departmentId = row.payload.departmentId ?? need.departmentId
      const department = departments.get(String(departmentId))?.name ?? unnamedDepartment
      return [this.telling(row, need, department, words(need, department))]
    })
    await this.notices.tell(tx, tellings)
  }

  private telling({ topic, createdAt }: Outbox, need: Need, department: string, words: string): Telling {
    const { message, messageFor } = rules[topic] ?? {}
    const kind = messageFor?.(need) === false ? undefined : message
    const { title, receiptNo, residentId: personId, id: needId } = need
    const values = {
      title,
      receiptNo,
      department,
      state: stateWordsOf(need),
      at: templateTime(createdAt),
    }
    return { personId, needId, words, at: createdAt, ...(kind && { message: { kind, values } }) }
  }
}

/** A resident's needs become another one's. The version goes up, so that an act under way does not undo it. */
async function moveNeeds(tx: Tx, from: string, to: string): Promise<void> {
  const change = { residentId: to, version: () => 'version + 1' }
  await tx.update(Need, { residentId: from }, change)
}

/** By primary key. */
async function needsOf(tx: Tx, rows: readonly Outbox[]): Promise<ReadonlyMap<string, Need>> {
  const ids = [...new Set(rows.map(({ needId }) => needId))]
  const needs = ids.length > 0 ? await tx.findBy(Need, { id: In(ids) }) : []
  return new Map(needs.map((need) => [need.id, need]))
}
