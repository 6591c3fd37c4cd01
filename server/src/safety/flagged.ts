import { Injectable } from '@nestjs/common'
import { In, Not } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { Need } from '../handling/index.js'
import type { Person } from '../people/index.js'
import { pageAfter, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound } from '../platform/problem.js'
import { ContentCheck, type Decision } from './content-check.entity.js'
import type { FlaggedPage, FlaggedView } from './flagged.dto.js'

/** WeChat's labels, as documented. */
const reasons: Readonly<Record<number, string>> = {
  100: '未见异常',
  10001: '涉嫌广告',
  20001: '涉及时政',
  20002: '涉嫌色情',
  20003: '涉嫌辱骂',
  20006: '涉嫌违法犯罪',
  20008: '涉嫌欺诈',
  20012: '涉嫌低俗',
  20013: '涉嫌侵犯版权',
  21000: '其他',
}

/** What content safety did not pass: a person decides. */
@Injectable()
export class Flagged {
  constructor(
    private readonly attachments: Attachments,
    private readonly present: Present,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The oldest first: one range of `ix_content_check_state`. */
  async page(cursor: string | undefined): Promise<FlaggedPage> {
    const { reader } = this.unitOfWork
    const query = reader.createQueryBuilder(ContentCheck, 'content').where("content.state = 'flagged'")
    const by = { at: 'content.createdAt', id: 'content.id', direction: 'ASC' } as const
    const rows = await pageAfter(query, by, cursor).getMany()
    const needs = await reader.findBy(Need, { id: In(rows.map(({ needId }) => needId)) })
    const byId = new Map(needs.map((need) => [need.id, need]))
    const files = await this.attachments.views(rows.map(({ subjectId }) => subjectId))
    return pageOf(
      rows,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (check) => viewOf(check, byId.get(check.needId), files.get(check.subjectId) ?? null),
    )
  }

  /**
   * Those of the needs that are not fit for the public: a check has no verdict yet, has doubts, or a person has
   * decided to hide something. Index: ix_content_check_need.
   */
  async among(needIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (needIds.length === 0) return new Set()
    const rows = await this.unitOfWork.reader.findBy(ContentCheck, {
      needId: In([...needIds]),
      state: Not('passed'),
    })
    return new Set(rows.filter(({ decision }) => decision !== 'keep').map(({ needId }) => needId))
  }

  /** @throws Problem 404, 409 `already_decided` */
  async decide(by: Person, id: string, decision: Decision): Promise<void> {
    const now = this.present.now()
    await this.unitOfWork.run(async (tx) => {
      const check = await tx.findOneBy(ContentCheck, { id })
      if (!check) throw notFound('content_check_not_found', '没有找到这一条，请刷新')
      const { affected } = await tx.update(
        ContentCheck,
        { id, state: 'flagged' },
        { state: 'decided', decision, decidedById: by.id, decidedAt: now },
      )
      if (affected !== 1) throw conflict('already_decided', '这一条已有人处理，请刷新')
      if (decision === 'keep' || check.kind === 'text') return
      await this.attachments.hide(tx, check.subjectId, now)
      // An open page of the resident asks whether anything has changed by this number.
      await tx.update(Need, { id: check.needId }, { version: () => 'version + 1' })
    })
  }
}

function viewOf(
  { id, kind, needId, suggest, label, createdAt }: ContentCheck,
  need: Need | undefined,
  attachment: FlaggedView['attachment'],
): FlaggedView {
  return {
    id,
    kind,
    needId,
    receiptNo: need?.receiptNo ?? '',
    title: need?.title ?? '',
    text: kind === 'text' ? (need?.text ?? null) : null,
    attachment: kind === 'photo' ? attachment : null,
    suggest: suggest ?? 'review',
    reason: label === null ? '未能自动判断' : (reasons[label] ?? '其他'),
    filedAt: createdAt.toISOString(),
  }
}
