import {
  type AnswerResult,
  answerResultWords,
  DAY,
  HOUR,
  type NeedState,
  needStateWords,
  type RatingLevel,
  redact,
  type Urgency,
  urgencyWords,
} from '@minsheng/shared'
import { sourceWords } from '../scores/index.js'
import { exportWords } from './words.js'

/** What is read of a need in order to write its row. */
export interface ExportedNeed {
  id: string
  receiptNo: string
  filedById: string | null
  urgency: Urgency
  categoryId: string | null
  title: string
  text: string
  state: NeedState
  streetId: string
  communityId: string
  departmentId: string | null
  submittedAt: Date
  dueAt: Date | null
  answeredAt: Date | null
  closedAt: Date | null
  result: AnswerResult | null
  round: number
  /** Of the latest round; null while nobody has judged it. */
  level: RatingLevel | null
  isSolved: boolean | null
  isContacted: boolean | null
}

/** Names by id. */
export interface ExportNames {
  category: ReadonlyMap<string, string>
  area: ReadonlyMap<string, string>
  department: ReadonlyMap<string, string>
}

interface ExportColumn {
  title: string
  /** In characters of a spreadsheet. */
  width: number
  cell: (need: ExportedNeed, names: ExportNames) => string
}

const named = (names: ReadonlyMap<string, string>, id: string | null): string =>
  id === null ? '' : (names.get(id) ?? '')

const ahead = 8 * HOUR
const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** Of a day since 1970, remembered: a million rows have a few hundred days. */
const days = new Map<number, string>()
function dayNamed(day: number): string {
  const known = days.get(day)
  if (known !== undefined) return known
  const name = new Date(day * DAY).toISOString().slice(0, 10)
  days.set(day, name)
  return name
}

/** In Shanghai, as spreadsheets sort it: "2026-11-16 09:30:00". */
function moment(at: Date | null): string {
  if (at === null) return ''
  const local = at.getTime() + ahead
  const day = Math.floor(local / DAY)
  const second = Math.floor((local - day * DAY) / 1000)
  const [hour, minute] = [Math.floor(second / 3600), Math.floor((second % 3600) / 60)]
  return `${dayNamed(day)} ${two(hour)}:${two(minute)}:${two(second % 60)}`
}

const yesOrNo = (is: boolean | null): string =>
  is === null ? exportWords.notRated : is ? exportWords.yes : exportWords.no

/**
 * The columns that hotlines use, in their order. Whoever asked is in none of them: what leads to a person is covered in
 * title and text as it is for the public, because a file leaves the system.
 */
export const exportColumns: readonly ExportColumn[] = [
  { title: '工单编号', width: 22, cell: ({ receiptNo }) => receiptNo },
  { title: '工单类型', width: 10, cell: ({ urgency }) => urgencyWords[urgency] },
  {
    title: '工单来源',
    width: 16,
    cell: ({ filedById }) => sourceWords[filedById ? 'gridWorker' : 'resident'],
  },
  { title: '问题分类', width: 22, cell: ({ categoryId }, { category }) => named(category, categoryId) },
  { title: '标题', width: 30, cell: ({ title }) => redact(title) },
  { title: '主要内容', width: 60, cell: ({ text }) => redact(text) },
  { title: '工单状态', width: 10, cell: ({ state }) => needStateWords[state] },
  { title: '街乡镇', width: 14, cell: ({ streetId }, { area }) => named(area, streetId) },
  { title: '社区', width: 14, cell: ({ communityId }, { area }) => named(area, communityId) },
  {
    title: '主办单位',
    width: 20,
    cell: ({ departmentId }, { department }) => named(department, departmentId),
  },
  { title: '受理时间', width: 20, cell: ({ submittedAt }) => moment(submittedAt) },
  { title: '办理期限', width: 20, cell: ({ dueAt }) => moment(dueAt) },
  { title: '答复时间', width: 20, cell: ({ answeredAt }) => moment(answeredAt) },
  { title: '办结时间', width: 20, cell: ({ closedAt }) => moment(closedAt) },
  { title: '办理结果', width: 14, cell: ({ result }) => (result ? answerResultWords[result] : '') },
  { title: '办理轮次', width: 9, cell: ({ round }) => String(round) },
  { title: '是否联系', width: 9, cell: ({ isContacted }) => yesOrNo(isContacted) },
  { title: '是否解决', width: 9, cell: ({ isSolved }) => yesOrNo(isSolved) },
  {
    title: '是否满意',
    width: 10,
    cell: ({ level }) => (level === null ? exportWords.notRated : exportWords.satisfied[level]),
  },
]

/** The cells of one need, in the order of the columns. */
export const exportRow = (need: ExportedNeed, names: ExportNames): string[] =>
  exportColumns.map(({ cell }) => safeCell(cell(need, names)))

/** What spreadsheets take for the beginning of a formula, wide forms too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell that no spreadsheet calculates: an apostrophe makes it text. */
export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text)
