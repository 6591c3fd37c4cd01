import { DAY, fromShanghai, HOUR, plusDays, plusMonths, shanghaiDate, shanghaiMonth } from '@minsheng/shared'
import type { INestApplicationContext } from '@nestjs/common'
import { CategoryMonths, MonthlyTopic, MonthlyTopics } from '../monthly/index.js'
import { Department, type Person, Staff } from '../people/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import type { SettablePresent } from '../platform/present.js'
import { Category } from '../routing/index.js'
import { readSeed, type Seed } from './seed.js'

/** So many topics the district has taken up; the one with the most needs is done. */
const CHOSEN = 2
const TEN = 10 * 60
/** A plan is for so many days. */
const PLAN_DAYS = 60

/**
 * 每月一题: the month before the last led to the topics, the last one shows what has become of them, and proposes new
 * ones. Through the real service, each at its own time; nothing where a load that was interrupted has done it.
 */
export async function liveMonthlyTopics(
  app: INestApplicationContext,
  present: SettablePresent,
): Promise<void> {
  const [now, unitOfWork] = [present.now(), app.get(UnitOfWork)]
  if (await unitOfWork.reader.exists(MonthlyTopic)) return
  const [months, topics] = [app.get(CategoryMonths), app.get(MonthlyTopics)]
  const latest = plusMonths(shanghaiMonth(new Date(now.getTime() - DAY)), -1)
  const month = plusMonths(latest, -1)
  const chosenAt = fromShanghai(`${latest}-03`, TEN)
  present.set(chosenAt)
  await months.countDue()
  const by = await leader(app)
  const plans = await mostNeeded(app, await readSeed('monthly-topics'), month)
  const ids: string[] = []
  for (const { plan, owner, categoryId, departmentId } of plans) {
    const dueOn = plusDays(shanghaiDate(chosenAt), PLAN_DAYS)
    const body = { month, categoryId, departmentId, owner, plan, dueOn }
    ids.push((await unitOfWork.run((tx) => topics.choose(tx, by, body))).id)
    present.advance(HOUR)
  }
  present.set(now)
  await months.countDue()
  const [done, id] = [plans[0], ids[0]]
  if (done && id) await unitOfWork.run((tx) => topics.finish(tx, by, id, done.result))
}

type Planned = Seed['monthly-topics'][number] & { categoryId: string; departmentId: string }

/** Those plans whose matter the month had most of. */
async function mostNeeded(
  app: INestApplicationContext,
  seeds: Seed['monthly-topics'],
  month: string,
): Promise<Planned[]> {
  const { reader } = app.get(UnitOfWork)
  const [categories, departments] = [await reader.find(Category), await reader.find(Department)]
  const idOf = (rows: readonly { id: string; code: string }[], code: string): string => {
    const found = rows.find((row) => row.code === code)
    if (!found) throw new Error(`the seed names ${code}, which is not there`)
    return found.id
  }
  const planned = await Promise.all(
    seeds.map(async (seed) => {
      const categoryId = idOf(categories, seed.category)
      const needs = (await app.get(CategoryMonths).of(month, categoryId))?.needs ?? 0
      return { ...seed, categoryId, departmentId: idOf(departments, seed.department), needs }
    }),
  )
  return planned
    .filter(({ needs }) => needs > 0)
    .sort((a, b) => b.needs - a.needs)
    .slice(0, CHOSEN)
}

/** Who speaks for the district. */
async function leader(app: INestApplicationContext): Promise<Person> {
  const { reader } = app.get(UnitOfWork)
  const { id, roles, departmentId, areaId } = await reader.findOneByOrFail(Staff, { account: 'lingdao' })
  return { id, kind: 'staff', roles, departmentId, areaId }
}
