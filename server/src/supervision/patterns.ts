import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { MergingTogether, type Named, Need, NeedViews, type Together } from '../handling/index.js'
import type { Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageAfter, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { notFound, type Problem } from '../platform/problem.js'
import { NeedGroup } from './need-group.entity.js'
import { Occurrence } from './occurrence.entity.js'
import type {
  GroupMember,
  NeedGroupPage,
  NeedGroupView,
  RepeatedNeedPage,
  RepeatedNeedView,
} from './patterns.dto.js'
import { RepeatedNeed } from './repeated-need.entity.js'

const MEMBERS_SHOWN = 10
/** More of a group are not looked at in one act. */
const MEMBERS_AT_MOST = 2000

interface Context {
  named: Named
  area: (id: string) => string
  needs: ReadonlyMap<string, Need>
}

/** What comes again: groups of needs, and persons who ask for the same again. For dispatchers and supervisors. */
@Injectable()
export class Patterns {
  constructor(
    private readonly views: NeedViews,
    private readonly areas: Areas,
    private readonly unitOfWork: UnitOfWork,
    private readonly together: MergingTogether,
  ) {}

  /** Those that nobody has looked at yet, the newest first: one range of `ix_need_group_open`. */
  async groups(cursor: string | undefined): Promise<NeedGroupPage> {
    const query = this.unitOfWork.reader
      .createQueryBuilder(NeedGroup, 'o')
      .where('o.isOpen = :isOpen', { isOpen: true })
    const by = { at: 'o.lastAt', id: 'o.id', direction: 'DESC' } as const
    const rows = await pageAfter(query, by, cursor).getMany()
    const members = new Map(
      await Promise.all(rows.map(async ({ id }) => [id, await this.membersOf(id)] as const)),
    )
    const context = await this.context([...members.values()].flat())
    return pageOf(
      rows,
      ({ lastAt, id }) => ({ at: lastAt, id }),
      (group) => groupView(group, members.get(group.id) ?? [], context),
    )
  }

  /** The whole group is handled as one need, and was looked at. @throws Problem 404, 409 `nothing_to_merge` */
  async merge(tx: Tx, by: Person, id: string): Promise<Together> {
    const rows = await tx.find(Occurrence, {
      where: { groupId: id },
      order: { at: 'ASC' },
      take: MEMBERS_AT_MOST,
    })
    if (rows.length === 0) throw groupNotFound()
    const together = await this.together.merge(
      tx,
      by,
      rows.map(({ needId }) => needId),
    )
    await tx.update(NeedGroup, { id }, { isOpen: false, settledById: by.id })
    return together
  }

  /** A dispatcher has looked at it; one more need of the group opens it again. @throws Problem 404 */
  async settle(by: Person, id: string): Promise<void> {
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(NeedGroup, { id }, { isOpen: false, settledById: by.id }),
    )
    if (affected !== 1) throw groupNotFound()
  }

  /** The newest first: one range of `ix_repeated_need_last`. */
  async repeated(cursor: string | undefined): Promise<RepeatedNeedPage> {
    const query = this.unitOfWork.reader.createQueryBuilder(RepeatedNeed, 'o')
    const by = { at: 'o.lastAt', id: 'o.id', direction: 'DESC' } as const
    const rows = await pageAfter(query, by, cursor).getMany()
    const context = await this.context(rows.map(({ lastNeedId }) => lastNeedId))
    return pageOf(
      rows,
      ({ lastAt, id }) => ({ at: lastAt, id }),
      (row) => repeatedView(row, context),
    )
  }

  /** `ix_occurrence_group` */
  private async membersOf(groupId: string): Promise<string[]> {
    const rows = await this.unitOfWork.reader.find(Occurrence, {
      where: { groupId },
      order: { at: 'DESC' },
      take: MEMBERS_SHOWN,
    })
    return rows.map(({ needId }) => needId)
  }

  private async context(needIds: readonly string[]): Promise<Context> {
    const [named, areas, needs] = await Promise.all([
      this.views.names(),
      this.areas.known(),
      this.unitOfWork.reader.findBy(Need, { id: In([...needIds]) }),
    ])
    const byId = new Map(needs.map((need) => [need.id, need]))
    return { named, area: (id) => areas.get(id)?.name ?? '', needs: byId }
  }
}

const groupNotFound = (): Problem => notFound('need_group_not_found', '没有找到这一组，请刷新')

const memberOf = ({ id, receiptNo, title, state, submittedAt }: Need): GroupMember => ({
  id,
  receiptNo,
  title,
  state,
  submittedAt: submittedAt.toISOString(),
})

const groupView = (
  { id, categoryId, masterId, communityId, size, firstAt, lastAt }: NeedGroup,
  memberIds: readonly string[],
  { named, area, needs }: Context,
): NeedGroupView => ({
  id,
  categoryName: named.category(categoryId),
  areaName: area(communityId),
  size,
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
  masterId,
  members: memberIds.flatMap((memberId) => needs.get(memberId) ?? []).map(memberOf),
})

function repeatedView(
  { id, categoryId, times, lastNeedId, lastAt }: RepeatedNeed,
  { named, area, needs }: Context,
): RepeatedNeedView {
  const need = needs.get(lastNeedId)
  const departmentId = need?.departmentId
  return {
    id,
    categoryName: named.category(categoryId),
    times,
    last: need ? memberOf(need) : null,
    department: departmentId ? { id: departmentId, name: named.department(departmentId) } : null,
    areaName: need ? area(need.communityId) : '',
    lastAt: lastAt.toISOString(),
  }
}
