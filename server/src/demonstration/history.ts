import { DAY, fromShanghai, MINUTE, shanghaiDate } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import { Uploads } from '../attachments/index.js'
import { Ratings } from '../feedback/index.js'
import { NeedActs, NeedStore, type WorkOrder, WorkOrderActs } from '../handling/index.js'
import { Intake } from '../intake/index.js'
import { Department, type Person, Residents, Staff } from '../people/index.js'
import { Area } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import type { SettablePresent } from '../platform/present.js'
import { Problem } from '../platform/problem.js'
import { Category } from '../routing/index.js'
import { drawPhoto } from './pictures.js'
import { readSeed, type Seed, type SeedNeed, type Step } from './seed.js'

/** A story that the rules refuse at some step, with the step. Its need stays in the state before. */
export interface Refused {
  text: string
  step: Step
  reason: string
}

/**
 * Lives the needs of `server/seed/needs.json` through the real services, each act at its own time in the past,
 * so that events, clocks and scores are what they would have been.
 */
export class History {
  private readonly now: Date
  readonly refused: Refused[] = []

  constructor(
    private readonly app: INestApplicationContext,
    private readonly present: SettablePresent,
  ) {
    this.now = present.now()
  }

  /** @param from how many needs are there already, from a load that was interrupted */
  async live(from: number): Promise<void> {
    const needs = await readSeed('needs')
    const residents = await readSeed('residents')
    const people = await this.people(residents)
    const inOrder = needs
      .map((need, index) => ({ need, at: startOf(need, this.now, index) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const [index, { need, at }] of inOrder.entries())
      if (index >= from) await this.liveOne(need, at, people, index)
    this.present.set(this.now)
  }

  private async liveOne(seed: SeedNeed, at: Date, people: People, index: number): Promise<void> {
    const resident = people.resident(seed.resident)
    const filer = seed.filedBy ? people.staff(seed.filedBy) : resident.person
    this.present.set(at)
    const photos = await this.photos(filer, seed.photos, index * 7, false)
    const { id } = await this.app.get(Intake).submit(filer, randomUUID(), {
      text: seed.text,
      areaId: people.area(seed.area),
      anonymous: seed.anonymous ?? false,
      contactPhone: resident.phone,
      attachmentIds: photos,
    })
    let moment = at.getTime()
    for (const step of seed.story) {
      moment += step.after * MINUTE
      if (moment > this.now.getTime()) return
      this.present.set(new Date(moment))
      try {
        await this.step(id, step, resident.person, people, index)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        this.refused.push({ text: seed.text, step, reason: error.code })
        return
      }
    }
  }

  private async step(id: string, step: Step, resident: Person, people: People, index: number): Promise<void> {
    const needs = this.app.get(NeedActs)
    const orders = this.app.get(WorkOrderActs)
    const { run } = bound(this.app.get(UnitOfWork))
    const order = await this.latestOrder(id)
    const handler = () => people.of(order, 'handler')
    const reviewer = () => people.of(order, 'reviewer')
    const dispatcher = people.staff('fenpai')
    const orderId = order?.id ?? ''
    switch (step.act) {
      case 'dispatch':
        await run((tx) =>
          needs.dispatch(tx, dispatcher, id, {
            categoryId: people.category(step.category),
            ...(step.department && { departmentId: people.department(step.department) }),
          }),
        )
        return
      case 'reject':
        await run((tx) => needs.reject(tx, dispatcher, id, step))
        return
      case 'withdraw':
        await run((tx) => needs.withdraw(tx, resident, id))
        return
      case 'reopen':
        await run((tx) => needs.reopen(tx, resident, id, { reason: step.reason }))
        return
      case 'rate':
        await run((tx) => this.app.get(Ratings).rate(tx, resident, id, step))
        return
      case 'accept':
        await run((tx) => orders.accept(tx, handler(), orderId))
        return
      case 'contact':
        await run((tx) => orders.contact(tx, handler(), orderId, step.how, step.note))
        return
      case 'submitAnswer': {
        const attachmentIds = await this.photos(handler(), step.photos, index * 7 + 3, true)
        const { text, result } = step
        await run((tx) => orders.submitAnswer(tx, handler(), orderId, { text, result, attachmentIds }))
        return
      }
      case 'approve':
        await run((tx) => orders.approve(tx, reviewer(), orderId, step.note))
        return
      case 'sendBack':
        await run((tx) => orders.sendBack(tx, reviewer(), orderId, step.reason))
        return
      case 'requestReturn': {
        const { reason, legalBasis } = step
        const request = {
          reason,
          legalBasis,
          suggestedDepartmentId: people.department(step.suggestedDepartment),
        }
        await run((tx) => orders.requestReturn(tx, handler(), orderId, request))
        return
      }
      case 'decideReturn': {
        const departmentId = people.department(step.department)
        await run((tx) => orders.decideReturn(tx, dispatcher, orderId, departmentId, step.note))
      }
    }
  }

  private async latestOrder(needId: string): Promise<WorkOrder | undefined> {
    const { reader } = this.app.get(UnitOfWork)
    return (await this.app.get(NeedStore).orders(needId, reader)).at(-1)
  }

  private async photos(by: Person, count: number, seed: number, isAfter: boolean): Promise<string[]> {
    const ids: string[] = []
    for (let i = 0; i < count; i += 1) {
      const photo = await drawPhoto(seed + i, isAfter)
      ids.push((await this.app.get(Uploads).acceptBytes(by, photo)).id)
    }
    return ids
  }

  private async people(residents: Seed['residents']): Promise<People> {
    const { reader } = this.app.get(UnitOfWork)
    const [staff, areas, departments, categories] = await Promise.all([
      reader.find(Staff),
      reader.find(Area),
      reader.find(Department),
      reader.find(Category),
    ])
    const known = residents.map(async ({ key, phone }) => {
      const { id } = await this.app.get(Residents).ofPhone(phone)
      return [key, { person: residentOf(id), phone }] as const
    })
    return new People(staff, areas, departments, categories, new Map(await Promise.all(known)))
  }
}

interface Coded {
  id: string
  code: string
}

/** Those who act in the stories, and what they name, by the codes of the seed. */
class People {
  constructor(
    private readonly allStaff: readonly Staff[],
    private readonly areas: readonly Coded[],
    private readonly departments: readonly Coded[],
    private readonly categories: readonly Coded[],
    private readonly residents: ReadonlyMap<string, { person: Person; phone: string }>,
  ) {}

  area = (code: string): string => byCode(this.areas, code)
  department = (code: string): string => byCode(this.departments, code)
  category = (code: string): string => byCode(this.categories, code)

  resident(key: string): { person: Person; phone: string } {
    const found = this.residents.get(key)
    if (!found) throw new Error(`the seed names the resident ${key}, who is not there`)
    return found
  }

  staff(account: string): Person {
    return staffPerson(
      this.allStaff.find((each) => each.account === account),
      account,
    )
  }

  /** Somebody of the order's department in a role. */
  of(order: WorkOrder | undefined, role: 'handler' | 'reviewer'): Person {
    const found = this.allStaff.find(
      (each) => each.departmentId === order?.departmentId && each.roles.includes(role),
    )
    return staffPerson(found, `${role} of ${order?.departmentId ?? 'no department'}`)
  }
}

function byCode(rows: readonly Coded[], code: string): string {
  const found = rows.find((row) => row.code === code)
  if (!found) throw new Error(`the seed names ${code}, which is not there`)
  return found.id
}

function staffPerson(staff: Staff | undefined, who: string): Person {
  if (!staff) throw new Error(`the seed names ${who}, who is not there`)
  const { id, roles, departmentId, areaId } = staff
  return { id, kind: 'staff', roles, departmentId, areaId }
}

const residentOf = (id: string): Person => ({
  id,
  kind: 'resident',
  roles: ['resident'],
  departmentId: null,
  areaId: null,
})

const bound = (unitOfWork: UnitOfWork) => ({ run: unitOfWork.run.bind(unitOfWork) })

/** When a need was filed. What today is still to come has just been filed instead, a minute apart. */
function startOf({ daysAgo, at }: SeedNeed, now: Date, index: number): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const start = fromShanghai(shanghaiDate(new Date(now.getTime() - daysAgo * DAY)), hour * 60 + minute)
  return start < now ? start : new Date(now.getTime() - (5 + (index % 40)) * MINUTE)
}
