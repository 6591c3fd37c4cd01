import { dangerIn, DAY, greenUrgency, type Urgency } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import {
  Acting,
  chainStart,
  Dispatching,
  Merging,
  Need,
  NeedChange,
  NeedView,
  NeedViews,
  system,
} from '../handling/index.js'
import { Lookalikes } from '../lookalikes/index.js'
import { type Person, PersonalData, Residents } from '../people/index.js'
import { Areas, Entries, toWgs84 } from '../places/index.js'
import { newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { unprocessable } from '../platform/problem.js'
import { type Lineage, type Route, type RouteGuess, Routing, withScanned } from '../routing/index.js'
import type { SubmitNeedBody } from './intake.dto.js'
import { ReceiptNumbers } from './receipt-numbers.js'
import { titleOf } from './title.js'

type Sure = NonNullable<Route['sure']>

/** Whose need it is, and how it is to be treated for that. */
export interface Complainant {
  residentId: string
  phoneCipher: string | null
  /** 绿色通道: somebody who is to be cared for especially. */
  isGreenChannel?: boolean
  /** Where they live, for a need that says no other place. */
  address?: string
}

/** How a need came in: who files it, and once for which key. */
export interface Filing {
  by: Person
  key: string
  request: unknown
  /** What it follows from the start; a department has that one already. */
  masterId?: string | undefined
}

/**
 * Accepts a need: one transaction with the need, and when its words are sure the work order, the events, the
 * clocks and the outbox rows. Nine statements; everything that routes is in memory.
 */
@Injectable()
export class Intake {
  constructor(
    private readonly acting: Acting,
    private readonly areas: Areas,
    private readonly attachments: Attachments,
    private readonly deadlines: Deadlines,
    private readonly dispatching: Dispatching,
    private readonly entries: Entries,
    private readonly lookalikes: Lookalikes,
    private readonly merging: Merging,
    private readonly personalData: PersonalData,
    private readonly present: Present,
    private readonly receiptNumbers: ReceiptNumbers,
    private readonly residents: Residents,
    private readonly routing: Routing,
    private readonly views: NeedViews,
  ) {}

  /**
   * @param key idempotency key: a repeated submission gets the first answer again
   * @throws Problem 422 `place_required`, `place_outside_district`, `attachment_unknown`; 409 `idempotency_key_reused`
   */
  async submit(by: Person, key: string, body: SubmitNeedBody): Promise<NeedView> {
    const complainant = await this.complainant(by, body.contactPhone)
    const masterId = body.sameAs ? await this.lookalikes.masterOf(body.sameAs) : undefined
    const filing = { by, key, request: body, masterId }
    return this.accept(filing, body, complainant, async (tx, { need, events }) => {
      if (masterId) return this.joined(tx, by, need, masterId)
      return this.views.view(need, events, by, tx)
    })
  }

  /**
   * Files a need for a complainant who is known already, in one transaction with what follows from it.
   * @param follow writes what belongs to the need, and answers; an answer is remembered, so it must be plain JSON
   * @throws Problem as `submit`
   */
  async accept<Answer>(
    filing: Filing,
    body: SubmitNeedBody,
    complainant: Complainant,
    follow: (tx: Tx, change: NeedChange) => Promise<Answer>,
  ): Promise<Answer> {
    const { by, masterId } = filing
    const place = await this.placeOf(body)
    const { guesses, sure, record } = await this.route(body, place)
    const at = this.present.now()
    // Outside of the transaction: a block of numbers is taken in a transaction of its own.
    const receiptNo = await this.receiptNumbers.next(at)
    return this.acting.run(filing, async (tx) => {
      const need = this.need(by, body, { at, receiptNo, place, guesses, complainant })
      const change = new NeedChange(need, at, true)
      const attachmentIds = body.attachmentIds ?? []
      change.record(
        'submit',
        { kind: by.kind, id: by.id },
        {
          routing: record,
          ...(attachmentIds.length > 0 && { attachmentIds }),
          ...(need.isGreenChannel && { isGreenChannel: true }),
        },
      )
      change.startClock(this.deadlines.dispatch(need, at), null)
      change.post('need.submitted', { receiptNo })
      if (sure && !masterId) await this.dispatchAtOnce(change, sure)
      await this.attachments.take(tx, attachmentIds, by.id, need.id)
      await change.save(tx)
      return follow(tx, change)
    })
  }

  /** 我也遇到: the resident's own need, which follows the other one from the start. docs/adr/0060 */
  private async joined(tx: Tx, by: Person, { id }: Need, masterId: string): Promise<NeedView> {
    const { need, events } = await this.merging.join(tx, by, id, masterId)
    return this.views.view(need, events, by, tx)
  }

  private async dispatchAtOnce(
    change: NeedChange,
    { categoryId, departmentId, assistingIds, confidence, rule }: Sure,
  ): Promise<void> {
    if (!departmentId) return
    const category = await this.dispatching.categoryOf(categoryId)
    const ruleWorkdays = rule?.answerWorkdays
    this.dispatching.dispatch(change, { category, departmentId, ruleWorkdays }, system, confidence)
    for (const each of assistingIds) this.dispatching.assist(change, { category, departmentId: each }, system)
  }

  /** Whose need it is: one's own, or of the resident for whom a grid worker files and whose phone is given. */
  private async complainant(by: Person, phone: string | undefined): Promise<Complainant> {
    const phoneCipher = phone ? this.personalData.encrypt(phone) : await this.residents.phoneCipherOf(by.id)
    if (by.kind === 'resident' || !phone) return { residentId: by.id, phoneCipher }
    const resident = await this.residents.ofPhone(phone)
    return { residentId: resident.id, phoneCipher }
  }

  /** What the words say, and the code that was scanned. docs/adr/0090 */
  private async route({ text, scene }: SubmitNeedBody, place: Lineage): Promise<Route> {
    const route = await this.routing.route(text, place)
    const scannedId = await this.entries.departmentOf(scene)
    return scannedId ? withScanned(route, scannedId) : route
  }

  private async placeOf({ place, areaId }: SubmitNeedBody): Promise<Lineage> {
    const located = place && (await this.areas.locate(place))
    // A place that the resident chose by hand counts when the coordinates lie outside.
    const chosen = located ?? (areaId && (await this.areas.lineage(areaId)))
    if (chosen) return chosen
    if (place) throw unprocessable('place_outside_district', '这个位置不在本区范围内，请选择事情发生的社区')
    throw unprocessable('place_required', '请选择事情发生在哪个社区')
  }

  private need(
    by: Person,
    body: SubmitNeedBody,
    found: {
      at: Date
      receiptNo: string
      place: Lineage
      guesses: RouteGuess[]
      complainant: Complainant
    },
  ): Need {
    const { place } = body
    const wgs = place && toWgs84(place)
    const danger = dangerIn(body.text)
    const { residentId, phoneCipher, isGreenChannel = false } = found.complainant
    // Until somebody knows the category, words of danger decide how fast a dispatcher has to look.
    const urgency: Urgency = danger.length > 0 ? 'critical' : 'ordinary'
    const address = place?.address ?? found.complainant.address
    return {
      id: newId(found.at),
      receiptNo: found.receiptNo,
      residentId,
      filedById: by.kind === 'staff' ? by.id : null,
      state: 'submitted',
      round: 1,
      title: titleOf(body.text),
      text: body.text,
      urgency: isGreenChannel ? greenUrgency(urgency) : urgency,
      isGreenChannel,
      ruleWorkdays: null,
      categoryId: null,
      fieldId: null,
      guesses: found.guesses,
      departmentId: null,
      communityId: found.place.communityId,
      streetId: found.place.streetId,
      gridId: found.place.gridId,
      longitude: place?.longitude ?? null,
      latitude: place?.latitude ?? null,
      wgsLongitude: wgs?.longitude ?? null,
      wgsLatitude: wgs?.latitude ?? null,
      addressCipher: address ? this.personalData.encrypt(address) : null,
      contactPhoneCipher: phoneCipher,
      isAnonymous: body.anonymous ?? false,
      danger,
      attachmentsCount: body.attachmentIds?.length ?? 0,
      dueAt: null,
      isDueProvisional: false,
      capturedAt: plausible(body.capturedAt, found.at),
      submittedAt: found.at,
      answeredAt: null,
      closedAt: null,
      result: null,
      isSolved: null,
      reopenings: 0,
      remindersCount: 0,
      remindedAt: null,
      version: 1,
      eventCount: 0,
      lastEventHash: chainStart,
    }
  }
}

/** When the phone says it was written. A phone's clock may be wrong: what cannot be is not kept. */
function plausible(capturedAt: string | undefined, now: Date): Date | null {
  const at = new Date(capturedAt ?? NaN)
  return at <= now && at > new Date(now.getTime() - 366 * DAY) ? at : null
}
