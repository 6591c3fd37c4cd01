import { DAY, monthlyScore, monthlyTopicMin, periodOf, plusMonths, shanghaiMonth } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Rating } from '../feedback/index.js'
import { Need } from '../handling/index.js'
import { asNumber, insertRows, isUniqueViolation, UnitOfWork } from '../platform/database/index.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Present } from '../platform/present.js'
import { CategoryMonth } from './category-month.entity.js'

/** So many are proposed of a month. */
const PROPOSED = 10

/** Counts the categories of each month once, when it is over. */
@Injectable()
export class CategoryMonths {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    housekeeping: Housekeeping,
  ) {
    housekeeping.register('category months', () => this.countDue())
  }

  /** The month before, a day after its end. @returns how many categories were counted; 0 when that has been done */
  async countDue(): Promise<number> {
    const month = plusMonths(shanghaiMonth(new Date(this.present.now().getTime() - DAY)), -1)
    if (await this.unitOfWork.reader.existsBy(CategoryMonth, { month })) return 0
    const rows = await this.count(month)
    try {
      await this.unitOfWork.run((tx) => insertRows(tx, CategoryMonth, rows))
      return rows.length
    } catch (error) {
      // Another server was faster.
      if (isUniqueViolation(error)) return 0
      throw error
    }
  }

  /** What deserves most to be taken up, of a month: a range of the primary key, a few hundred rows. */
  async proposed(month: string): Promise<CategoryMonth[]> {
    const rows = await this.unitOfWork.reader.findBy(CategoryMonth, { month })
    return rows
      .filter(({ needs }) => needs >= monthlyTopicMin)
      .sort((a, b) => monthlyScore(b) - monthlyScore(a))
      .slice(0, PROPOSED)
  }

  async of(month: string, categoryId: string): Promise<CategoryMonth | null> {
    return this.unitOfWork.reader.findOneBy(CategoryMonth, { month, categoryId })
  }

  /** All months of some categories, the oldest first: ranges of `ix_category_month_category`. */
  ofCategories(categoryIds: readonly string[]): Promise<CategoryMonth[]> {
    return this.unitOfWork.reader.find(CategoryMonth, {
      where: { categoryId: In([...categoryIds]) },
      order: { month: 'ASC' },
    })
  }

  /** Once a month two months of `ix_need_submitted` are read, with ratings by `uq_rating_round`. */
  private async count(month: string): Promise<CategoryMonth[]> {
    const [now, before] = [await this.filed(month), await this.filed(plusMonths(month, -1))]
    return [...now].map(([categoryId, counts]) => ({
      ...{ month, categoryId, ...counts },
      needsBefore: before.get(categoryId)?.needs ?? 0,
    }))
  }

  /** By what was said last of each need: one that is done anew because of it is not solved meanwhile. */
  private async filed(month: string): Promise<Map<string, { needs: number; rated: number; solved: number }>> {
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(Need, 'n')
      .leftJoin(Rating, 'r', 'r.needId = n.id')
      .leftJoin(Rating, 'later', 'later.needId = r.needId AND later.round > r.round')
      .select('n.categoryId', 'categoryId')
      .addSelect('COUNT(*)', 'needs')
      .addSelect('COUNT(r.id)', 'rated')
      .addSelect('SUM(CASE WHEN r.isSolved THEN 1 ELSE 0 END)', 'solved')
      .where('n.submittedAt >= :from AND n.submittedAt < :until', periodOf({ kind: 'month', month }))
      .andWhere('later.id IS NULL')
      .andWhere("n.categoryId IS NOT NULL AND n.state NOT IN ('rejected', 'withdrawn')")
      .groupBy('n.categoryId')
      .getRawMany<Record<'categoryId' | 'needs' | 'rated' | 'solved', string>>()
    return new Map(
      rows.map(({ categoryId, needs, rated, solved }) => [
        categoryId,
        { needs: number(needs), rated: number(rated), solved: number(solved) },
      ]),
    )
  }
}

const number = (value: string): number => Number(asNumber.from(value))
