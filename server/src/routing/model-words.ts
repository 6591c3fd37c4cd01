import type { ModelFigures, SiteFigures } from './classifier/site-figures.js'
import type { ModelEntry } from './model-keeping.js'
import type { ModelState } from './routing-model.entity.js'

/** The most categories that a table names, those with most texts first. */
const MOST_ROWS = 40

const stateWords: Record<ModelState, string> = {
  candidate: '待决定',
  live: '在用',
  former: '用过',
  withdrawn: '已退回',
}

/**
 * What a new model does beside the one that is live: as a whole, how right the surest are, every category, and what is
 * taken for what.
 */
export function figureLines(
  { learned, judged, measured, before, after }: SiteFigures,
  nameOf: (code: string) => string,
): string[] {
  return [
    `学习 ${learned} 条，定门槛 ${judged} 条，检验 ${measured} 条（都没有学过）`,
    '',
    row('', '现在', '新的'),
    ...wholes.map(([name, of]) => row(name, percent(of(before)), percent(of(after)))),
    '',
    '最有把握的若干，其中正确：',
    ...after.curve.map(({ coverage, precision }, place) =>
      row(percent(coverage), percent(before.curve[place]?.precision ?? 0), percent(precision)),
    ),
    '',
    row('分类', '条数', '现在对', '新的对', '新的说了'),
    ...labelRows(before, after, nameOf),
    '',
    '最常认错（应当是 → 认成）：',
    ...after.confusions.map(({ truth, said, count }) => `${nameOf(truth)} → ${nameOf(said)}：${count}`),
  ]
}

const wholes: readonly (readonly [name: string, of: (figures: ModelFigures) => number])[] = [
  ['分类正确', ({ accuracy }) => accuracy],
  ['各分类平均 F1', ({ macroF1 }) => macroF1],
  ['前两个里有', ({ top2 }) => top2],
  ['把握的误差', ({ ece }) => ece],
  ['直接派出', ({ sure }) => sure.coverage],
  ['直接派出的正确', ({ sure }) => sure.precision],
]

function labelRows(before: ModelFigures, after: ModelFigures, nameOf: (code: string) => string): string[] {
  const rightBefore = new Map(before.perLabel.map(({ label, right }) => [label, right]))
  return [...after.perLabel]
    .sort((a, b) => b.real - a.real)
    .slice(0, MOST_ROWS)
    .map(({ label, real, right, said }) =>
      row(nameOf(label), String(real), String(rightBefore.get(label) ?? 0), String(right), String(said)),
    )
}

/** "第 3 版 · 待决定 · 2026-11-16 · ledger.csv · 正确 81.2 % → 88.0 %" */
export const modelLine = ({ version, state, madeAt, source, figures }: ModelEntry): string =>
  [
    `第 ${version} 版`,
    stateWords[state],
    madeAt.toISOString().slice(0, 10),
    source,
    `正确 ${percent(figures.before.accuracy)} → ${percent(figures.after.accuracy)}`,
  ].join(' · ')

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const row = (...cells: string[]): string => cells.join('\t')
