import { type Figure, formatDate, type PeriodName, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Present } from '../platform/present.js'
import { type Scope, type ScoreRow, Scores, type ScoresView, monthName } from '../scores/index.js'
import { bar, columnsAndLine } from './charts.js'
import { type Block, type Cell, documentOf } from './report-document.js'
import {
  lightNamed,
  outsideNamed,
  percent,
  points,
  rankingSentence,
  reportWords,
  summaryOf,
  targetNamed,
} from './report-words.js'

/** Up to so many days the steps of the trend are weeks, then months. */
const WEEKS_UP_TO = 62

const words = (text: string): Block => ({ kind: 'words', text })
const heading = (text: string): Block => ({ kind: 'heading', text })
const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Block =>
  rows.length > 0 ? { kind: 'table', head, rows } : words(reportWords.noRows)

/** 服务质量报告: what the dashboards show of a period, as a document that people can hand out. docs/adr/0116 */
@Injectable()
export class ServiceReport {
  constructor(
    private readonly scores: Scores,
    private readonly present: Present,
  ) {}

  /** @returns the bytes of a .docx */
  async write(period: PeriodName, scope: Scope): Promise<Buffer> {
    const of = (by: Parameters<Scores['of']>[0]['by']) => this.scores.of({ period, by, scope })
    const departments = await of('department')
    const [fields, areas, trend] = [await of('field'), await of('area'), await of(stepOf(departments))]
    const { head, columns } = reportWords
    const title = reportWords.title(scope.name)
    return documentOf(title, [
      { kind: 'title', text: title },
      words(reportWords.period(departments.from, departments.to)),
      ...(scope.reason ? [words(scope.reason)] : []),
      words(this.stateOf(departments)),
      heading(head.summary),
      ...summaryOf(departments).map(words),
      heading(head.targets),
      table(columns.target, targetRows(departments)),
      heading(head.trend),
      ...(await trendBlocks(trend.items)),
      ...(await rowBlocks(head.departments, departments.items)),
      ...(await rowBlocks(head.fields, fields.items)),
      ...(await rowBlocks(head.areas, areas.items)),
      heading(head.outside),
      table(columns.outside, outsideRows(departments.total)),
      ...correctionBlocks(departments),
      heading(head.notes),
      ...reportWords.notes.map(words),
    ])
  }

  private stateOf({ frozenAt, frozenMonths }: ScoresView): string {
    const day = formatDate(shanghaiDate(frozenAt ? new Date(frozenAt) : this.present.now()))
    if (frozenMonths.length === 0) return reportWords.live(day)
    if (frozenAt && frozenMonths.length === 1) return reportWords.frozen(day)
    return reportWords.frozenMonths(frozenMonths.map(monthName), frozenAt ? null : day)
  }
}

const stepOf = ({ from, to }: ScoresView): 'week' | 'month' =>
  Date.parse(to) - Date.parse(from) <= WEEKS_UP_TO * 86_400_000 ? 'week' : 'month'

const targetRows = ({ targets }: ScoresView): string[][] =>
  targets.map(({ name, goal, rate, light }) => [
    ...[targetNamed[name], percent(goal), percent(rate), light ? lightNamed[light] : '—'],
  ])

async function trendBlocks(steps: readonly ScoreRow[]): Promise<Block[]> {
  if (steps.length === 0) return [words(reportWords.noRows)]
  const picture = await columnsAndLine(
    steps.map(({ filed, satisfaction }) => ({ count: filed, rate: satisfaction })),
  )
  const rows = steps.map(({ name, filed, rated, satisfaction, composite }) => [
    ...[name, String(filed), String(rated), percent(satisfaction), points(composite)],
  ])
  return [
    { kind: 'picture', picture, alt: reportWords.trendAlt },
    words(reportWords.trendAlt),
    table(reportWords.columns.trend, rows),
  ]
}

/** A table of rows, the warmer the more was filed, with the composite as a bar. */
async function rowBlocks(title: string, rows: readonly ScoreRow[]): Promise<Block[]> {
  const most = Math.max(1, ...rows.map(({ filed }) => filed))
  const cells = await Promise.all(
    rows.map(async (row): Promise<Cell[]> => [
      row.rank === null ? '—' : String(row.rank),
      row.name,
      { text: String(row.filed), heat: row.filed / most },
      ...[String(row.rated), percent(row.contactRate), percent(row.solvedRate), percent(row.satisfaction)],
      points(row.composite),
      { picture: await bar((row.composite ?? 0) / 100), alt: points(row.composite) },
    ]),
  )
  const sentence = rankingSentence(rows)
  return [heading(title), ...(sentence ? [words(sentence)] : []), table(reportWords.columns.rows, cells)]
}

const outsideRows = ({ figures }: ScoreRow): string[][] =>
  (Object.keys(outsideNamed) as (keyof typeof outsideNamed)[]).map((figure) => [
    outsideNamed[figure],
    String(figures[figure]),
  ])

/** What has changed since months of the period were frozen; nothing where none is. */
function correctionBlocks({ frozenMonths, total, items }: ScoresView): Block[] {
  if (frozenMonths.length === 0) return []
  const named: Readonly<Partial<Record<Figure, string>>> = {
    rated: '评价',
    solved: '已解决',
    filed: '受理',
    answered: '已答复',
    ...outsideNamed,
  }
  const rows = [total, ...items].flatMap(({ name, corrections }) =>
    corrections.flatMap(({ figure, frozen, now }) =>
      named[figure] ? [[`${name}：${named[figure]}`, String(frozen), String(now)]] : [],
    ),
  )
  return [
    heading(reportWords.head.corrections),
    rows.length > 0 ? table(reportWords.columns.corrections, rows) : words(reportWords.noCorrections),
  ]
}
