import { DAY, fromShanghai, MINUTE, type Role, shanghaiDate } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import { Uploads } from '../attachments/index.js'
import { Ratings } from '../feedback/index.js'
import { NeedActs, NeedStore, type WorkOrder, WorkOrderActs } from '../handling/index.js'
import { Intake } from '../intake/index.js'
import { Department, type Person, residentPerson, Residents, Staff, staffPerson } from '../people/index.js'
import { Area } from '../places/index.js'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import type { SettablePresent } from '../platform/present.js'
import { Problem } from '../platform/problem.js'
import { Category } from '../routing/index.js'
import { lifecycleAct } from './lifecycle-steps.js'
import { Reminders, SupervisionOrder, SupervisionOrders } from '../supervision/index.js'
import { type Album, drawAlbum } from './pictures.js'
import { readSeed, type Seed, type SeedNeed, type SeedTime, type Step } from './seed.js'

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

  /** @param lived the texts of those that are there already, from a load that was interrupted */
  async live(lived: ReadonlySet<string>): Promise<void> {
    const needs = await readSeed('needs')
    const scene = { people: await this.people(await readSeed('residents')), album: await drawAlbum() }
    const told = needs
      .map((seed) => ({ ...scene, seed, at: startOf(seed, this.now) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((need, place): Told => ({ ...need, place }))
      .filter(({ seed }) => !lived.has(seed.text))
    // The photos of the next need are taken in while this one is lived.
    let photos = this.filedPhotos(told[0])
    for (const [index, need] of told.entries()) {
      const attachmentIds = await photos
      photos = this.filedPhotos(told[index + 1])
      await this.liveOne(need, attachmentIds)
    }
    this.present.set(this.now)
  }

  private async liveOne(told: Told, attachmentIds: string[]): Promise<void> {
    const { seed, at, people } = told
    const resident = people.resident(seed.resident)
    this.present.set(at)
    const { id } = await this.app.get(Intake).submit(people.filer(seed), randomUUID(), {
      text: seed.text,
      areaId: people.area(seed.area).id,
      ...people.place(seed),
      ...(seed.scene && { scene: seed.scene }),
      anonymous: seed.anonymous ?? false,
      contactPhone: resident.phone,
      attachmentIds,
    })
    let moment = at.getTime()
    for (const step of seed.story) {
      moment += step.after * MINUTE
      if (moment > this.now.getTime()) return
      this.present.set(new Date(moment))
      try {
        await this.step(id, step, resident.person, told)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        this.refused.push({ text: seed.text, step, reason: error.code })
        return
      }
    }
  }

  private async step(id: string, step: Step, resident: Person, told: Told): Promise<void> {
    const order = await this.latestOrder(id)
    const cast = { resident, ...told.people.cast(order) }
    const photos = step.act === 'submitAnswer' ? step.photos : 0
    const attachmentIds = await this.photos(cast.handler, photos, told, told.album.after)
    const act = this.actOf(step, {
      needId: id,
      orderId: order?.id ?? '',
      attachmentIds,
      cast,
      people: told.people,
    })
    await this.app.get(UnitOfWork).run(act)
  }

  private actOf(
    step: Step,
    { needId, orderId, attachmentIds, cast, people }: Scene,
  ): (tx: Tx) => Promise<unknown> {
    const needs = this.app.get(NeedActs)
    const orders = this.app.get(WorkOrderActs)
    const { resident, handler, reviewer, dispatcher, supervisor } = cast
    switch (step.act) {
      case 'dispatch': {
        const departmentId = step.department && people.department(step.department)
        const to = { categoryId: people.category(step.category), ...(departmentId && { departmentId }) }
        return (tx) => needs.dispatch(tx, dispatcher, needId, to)
      }
      case 'reject':
        return (tx) => needs.reject(tx, dispatcher, needId, step)
      case 'withdraw':
        return (tx) => needs.withdraw(tx, resident, needId)
      case 'reopen':
        return (tx) => needs.reopen(tx, resident, needId, { text: step.reason })
      case 'remind':
        return (tx) => this.app.get(Reminders).remind(tx, resident, needId)
      case 'supervise':
        return (tx) =>
          this.app.get(SupervisionOrders).issue(tx, supervisor, { ...step, workOrderId: orderId })
      case 'feedBack':
        return (tx) => this.onSupervision(tx, handler, needId, step)
      case 'settle':
        return (tx) => this.onSupervision(tx, supervisor, needId, step)
      case 'rate':
        return (tx) => this.app.get(Ratings).rate(tx, resident, needId, step)
      case 'accept':
        return (tx) => orders.accept(tx, handler, orderId)
      case 'contact':
        return (tx) => orders.contact(tx, handler, orderId, step.how, step.note)
      case 'submitAnswer': {
        const { text, result } = step
        return (tx) => orders.submitAnswer(tx, handler, orderId, { text, result, attachmentIds })
      }
      case 'approve':
        return (tx) => orders.approve(tx, reviewer, orderId, step.note)
      case 'sendBack':
        return (tx) => orders.sendBack(tx, reviewer, orderId, step.reason)
      case 'requestReturn': {
        const { reason, legalBasis } = step
        const suggestedDepartmentId = people.department(step.suggestedDepartment)
        return (tx) =>
          orders.requestReturn(tx, handler, orderId, { reason, legalBasis, suggestedDepartmentId })
      }
      case 'decideReturn': {
        const departmentId = people.department(step.department)
        return (tx) => orders.decideReturn(tx, dispatcher, orderId, departmentId, step.note)
      }
      default:
        return lifecycleAct(this.app, step, { needId, orderId, cast, people })
    }
  }

  /** An act on the newest supervision order of a need. */
  private async onSupervision(
    tx: Tx,
    by: Person,
    needId: string,
    { act, text }: { act: 'feedBack' | 'settle'; text: string },
  ): Promise<unknown> {
    const order = { issuedAt: 'DESC' } as const
    const { id } = await tx.findOneOrFail(SupervisionOrder, { where: { needId }, order })
    return this.app.get(SupervisionOrders).act(tx, by, id, act, text)
  }

  private async latestOrder(needId: string): Promise<WorkOrder | undefined> {
    const { reader } = this.app.get(UnitOfWork)
    return (await this.app.get(NeedStore).orders(needId, reader)).at(-1)
  }

  private async filedPhotos(told: Told | undefined): Promise<string[]> {
    if (!told) return []
    this.present.set(told.at)
    const { seed, album, people } = told
    return this.photos(people.filer(seed), seed.photos, told, album.before)
  }

  /** So many photos, one after the other from the album, taken now and where the need is. */
  private async photos(
    by: Person,
    count: number,
    { place, people, seed }: Told,
    album: readonly Buffer[],
  ): Promise<string[]> {
    const { latitude, longitude } = people.area(seed.area)
    const note = { takenAt: this.present.now().toISOString(), latitude, longitude }
    const taken = Array.from({ length: count }, (_, index) => album[(place + index) % album.length])
    const kept = taken.flatMap((photo) => (photo ? [this.app.get(Uploads).acceptBytes(by, photo, note)] : []))
    return (await Promise.all(kept)).map(({ id }) => id)
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
      return [key, { person: residentPerson({ id }), phone }] as const
    })
    return new People(staff, areas, departments, categories, new Map(await Promise.all(known)))
  }
}

/** A need of the seed at its time in the past. */
interface Told {
  seed: SeedNeed
  at: Date
  /** Its number in the order of time. */
  place: number
  people: People
  album: Album
}

/** What one act of a story needs. */
interface Scene {
  needId: string
  orderId: string
  attachmentIds: string[]
  cast: Record<'resident' | 'dispatcher' | 'handler' | 'reviewer' | 'supervisor', Person>
  people: People
}

interface Coded {
  id: string
  code: string
}

/** Those who act in the stories, and what they name, by the codes of the seed. */
class People {
  constructor(
    private readonly allStaff: readonly Staff[],
    private readonly areas: readonly Area[],
    private readonly departments: readonly Coded[],
    private readonly categories: readonly Coded[],
    private readonly residents: ReadonlyMap<string, { person: Person; phone: string }>,
  ) {}

  area = (code: string): Area => byCode(this.areas, code)
  department = (code: string): string => byCode(this.departments, code).id
  category = (code: string): string => byCode(this.categories, code).id

  /** A need with an address has coordinates too: of the middle of its area. */
  place({ area, address }: SeedNeed): { place?: { latitude: number; longitude: number; address: string } } {
    const { latitude, longitude } = this.area(area)
    return address ? { place: { latitude, longitude, address } } : {}
  }

  resident(key: string): { person: Person; phone: string } {
    const found = this.residents.get(key)
    if (!found) throw new Error(`the seed names the resident ${key}, who is not there`)
    return found
  }

  /** Who brings a need: the resident, or the grid worker on their behalf. */
  filer({ filedBy, resident }: SeedNeed): Person {
    return filedBy ? this.staff(filedBy) : this.resident(resident).person
  }

  staff(account: string): Person {
    return presentStaff(
      this.allStaff.find((each) => each.account === account),
      account,
    )
  }

  /** Who acts on an order of this department; before there is an order, only the dispatcher does. */
  cast(order: WorkOrder | undefined): Record<'dispatcher' | 'handler' | 'reviewer' | 'supervisor', Person> {
    const [dispatcher, supervisor] = [this.staff('fenpai'), this.staff('duban')]
    if (!order) return { dispatcher, supervisor, handler: dispatcher, reviewer: dispatcher }
    const ofOrder = (role: Role) =>
      presentStaff(
        this.allStaff.find((each) => each.departmentId === order.departmentId && each.roles.includes(role)),
        `${role} of ${order.departmentId}`,
      )
    return { dispatcher, supervisor, handler: ofOrder('handler'), reviewer: ofOrder('reviewer') }
  }
}

function byCode<Row extends Coded>(rows: readonly Row[], code: string): Row {
  const found = rows.find((row) => row.code === code)
  if (!found) throw new Error(`the seed names ${code}, which is not there`)
  return found
}

function presentStaff(staff: Staff | undefined, who: string): Person {
  if (!staff) throw new Error(`the seed names ${who}, who is not there`)
  return staffPerson(staff)
}

function startOf(time: SeedTime, now: Date): Date {
  if ('minutesAgo' in time) return new Date(now.getTime() - time.minutesAgo * MINUTE)
  const [hour = 0, minute = 0] = time.at.split(':').map(Number)
  const day = shanghaiDate(new Date(now.getTime() - time.daysAgo * DAY))
  return fromShanghai(day, hour * 60 + minute)
}
