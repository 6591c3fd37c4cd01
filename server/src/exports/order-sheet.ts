import {
  answerResultWords,
  formatLasting,
  needStateWords,
  ratingLevelWords,
  urgencyWords,
  workOrderStateWords,
} from '@minsheng/shared'
import type { DeskEvent, WorkOrderView } from '../handling/index.js'
import type { Sheet, SheetBlock } from './pdf-document.js'
import { sheetWords } from './words.js'

/** Who printed a sheet, when, and what for: at the foot of each of its pages. */
export interface Printing {
  byName: string
  at: Date
  reason: string
}

const { facts: named, head } = sheetWords

/** 工单单: what the desk's page shows of an order to the same reader, on paper. What the page masks is masked here. */
export function orderSheet(order: WorkOrderView, printing: Printing): Sheet {
  return {
    title: sheetWords.title(order.department.name),
    foot: sheetWords.foot(printing.byName, formatLasting(printing.at), printing.reason),
    blocks: [
      factsOf(order),
      { kind: 'heading', text: head.text },
      { kind: 'words', text: order.text },
      ...answerBlocks(order),
      ...othersBlocks(order),
      { kind: 'signing', names: sheetWords.signing },
      { kind: 'heading', text: head.events },
      { kind: 'entries', entries: [...order.events].reverse().map(entryOf) },
    ],
  }
}

function factsOf(order: WorkOrderView): SheetBlock {
  const due = `${moment(order.dueAt)} 前${order.dueProvisional ? sheetWords.provisional : ''}`
  return {
    kind: 'facts',
    facts: [
      [named.receiptNo, order.receiptNo],
      [named.title, order.title],
      [named.state, `${workOrderStateWords[order.state]}（${needStateWords[order.needState]}）`],
      [named.category, `${order.categoryName}，${urgencyWords[order.urgency]}`],
      [order.role === 'assist' ? named.assist : named.lead, order.department.name],
      [named.round, order.round > 1 ? sheetWords.round(order.round) : null],
      [named.dispatched, moment(order.dispatchedAt)],
      [named.accepted, order.acceptedAt && moment(order.acceptedAt)],
      [named.contacted, order.contactedAt && moment(order.contactedAt)],
      [named.due, order.isOverdue ? `${due}${sheetWords.overdue}` : due],
      [named.firstDue, order.firstDueAt && `${moment(order.firstDueAt)} 前`],
      [named.place, [order.areaName, order.address].filter(Boolean).join(' ')],
      [named.person, personOf(order)],
      [named.files, order.attachments.length > 0 ? sheetWords.files(order.attachments.length) : null],
      [named.reminders, order.remindersCount > 0 ? sheetWords.times(order.remindersCount) : null],
    ],
  }
}

/** Masked as on the page; of who asked to be hidden, nothing. */
function personOf({ anonymous, contact }: WorkOrderView): string | null {
  if (anonymous) return sheetWords.anonymous
  return [contact?.nameMasked, contact?.phoneMasked].filter(Boolean).join('，') || null
}

function answerBlocks({ answer, previousRating }: WorkOrderView): SheetBlock[] {
  return [
    ...(answer
      ? [
          { kind: 'heading' as const, text: head.answer },
          {
            kind: 'facts' as const,
            facts: [
              [named.answered, moment(answer.at)],
              [named.result, answerResultWords[answer.result]],
              [named.evidence, answer.evidenceNote],
            ] as const,
          },
          { kind: 'words' as const, text: `\n${answer.text}` },
        ]
      : []),
    ...(previousRating
      ? [
          { kind: 'heading' as const, text: head.rating },
          {
            kind: 'words' as const,
            text: [ratingLevelWords[previousRating.level], ...previousRating.tags, previousRating.words]
              .filter(Boolean)
              .join('，'),
          },
        ]
      : []),
  ]
}

function othersBlocks({ others }: WorkOrderView): SheetBlock[] {
  if (others.length === 0) return []
  const entries = others.map(({ role, department, state, answer }) => ({
    head: `${role === 'assist' ? named.assist : named.lead}：${department.name}，${workOrderStateWords[state]}`,
    said: answer?.text ?? null,
  }))
  return [
    { kind: 'heading', text: head.others },
    { kind: 'entries', entries },
  ]
}

const entryOf = ({ at, words, byName, detail }: DeskEvent): { head: string; said: string | null } => ({
  head: [moment(at), words, byName].filter(Boolean).join('　'),
  said: detail,
})

const moment = (at: string): string => formatLasting(new Date(at))
