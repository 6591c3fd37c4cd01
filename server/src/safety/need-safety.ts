import { HOUR } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, IsNull, Not } from 'typeorm'
import { Attachment } from '../attachments/index.js'
import { Need } from '../handling/index.js'
import { Outbox, Subscribers, toDeliver } from '../messages/index.js'
import { Resident } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { ContentCheck } from './content-check.entity.js'

/** WeChat is asked here: apart, so that a photo that waits for another try does not hold up the text. */
export const safetyLanes = { text: 'safety-text', photo: 'safety-photo' } as const
/** A check that has no verdict by then goes to a person, whatever the reason. Longer than all tries take. */
export const lateLane = 'safety-late'
const LATE_AFTER = 9 * HOUR

/**
 * Follows what residents file: each text and photo of somebody with a WeChat account gets a check, after commit
 * and without holding up anything. Others are not WeChat's users, and WeChat would not check them. docs/adr/0015
 */
@Injectable()
export class NeedSafety {
  constructor(
    private readonly present: Present,
    subscribers: Subscribers,
  ) {
    subscribers.follow(['need.submitted', 'need.rework'], (tx, rows) => this.follow(tx, rows))
  }

  private async follow(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const needs = await ofWeChat(tx, await tx.findBy(Need, { id: In(rows.map(({ needId }) => needId)) }))
    const now = this.present.now()
    const checks = await without(tx, [
      ...needs.map((need) => text(need, now)),
      ...(await photos(tx, needs, now)),
    ])
    await insertRows(tx, ContentCheck, checks)
    const late = new Date(now.getTime() + LATE_AFTER)
    await insertRows(
      tx,
      Outbox,
      checks.flatMap(({ id, needId, kind }) => [
        toDeliver(
          { needId, lane: safetyLanes[kind], topic: `safety.${kind}`, payload: { checkId: id } },
          now,
        ),
        toDeliver({ needId, lane: lateLane, topic: 'safety.late', payload: { checkId: id } }, now, late),
      ]),
    )
  }
}

/** Those whose resident has a WeChat account; a need that was filed for somebody else has none here. */
async function ofWeChat(tx: Tx, needs: readonly Need[]): Promise<Need[]> {
  const own = needs.filter(({ filedById }) => filedById === null)
  if (own.length === 0) return []
  const ids = [...new Set(own.map(({ residentId }) => residentId))]
  const residents = await tx.find(Resident, {
    where: { id: In(ids), weChatIndex: Not(IsNull()) },
    select: { id: true },
  })
  const known = new Set(residents.map(({ id }) => id))
  return own.filter(({ residentId }) => known.has(residentId))
}

/** The resident's own photos, not those of an answer. Index: ix_attachment_need. */
async function photos(tx: Tx, needs: readonly Need[], now: Date): Promise<ContentCheck[]> {
  const withFiles = new Map(
    needs.filter(({ attachmentsCount }) => attachmentsCount > 0).map((need) => [need.id, need.residentId]),
  )
  if (withFiles.size === 0) return []
  const files = await tx.findBy(Attachment, { needId: In([...withFiles.keys()]), kind: 'photo' })
  return files.flatMap(({ id, needId, uploadedBy }) =>
    needId && withFiles.get(needId) === uploadedBy ? check(needId, 'photo', id, now) : [],
  )
}

const text = (need: Need, now: Date) => check(need.id, 'text', need.id, now)

const check = (needId: string, kind: 'text' | 'photo', subjectId: string, now: Date): ContentCheck => ({
  id: newId(now),
  needId,
  kind,
  subjectId,
  state: 'waiting',
  traceId: null,
  suggest: null,
  label: null,
  createdAt: now,
  checkedAt: null,
  decision: null,
  decidedById: null,
  decidedAt: null,
})

/** Leaves out what has a check already: `uq_content_check_subject`. */
async function without(tx: Tx, checks: readonly ContentCheck[]): Promise<ContentCheck[]> {
  if (checks.length === 0) return []
  const where = { subjectId: In(checks.map(({ subjectId }) => subjectId)) }
  const there = await tx.find(ContentCheck, { where, select: { id: true, subjectId: true } })
  const subjects = new Set(there.map(({ subjectId }) => subjectId))
  const fresh = new Map(checks.map((each) => [each.subjectId, each]))
  return [...fresh.values()].filter(({ subjectId }) => !subjects.has(subjectId))
}
