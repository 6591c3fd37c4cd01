import type { Light } from './clocks.js'
import type { RateCounts } from './rates.js'

/**
 * What is counted of a need, by the moment that dates it. WORKFLOW §4. A figure that waits for a limit (`…Due`)
 * counts what was done and what is overdue, never what is still in time.
 */
export const countedKinds = {
  /** Dated by when the need was filed. */
  need: [
    'filed',
    'dispatched',
    'dispatchedOnce',
    'supervised',
    'replyDue',
    'repliedInTime',
    'disclosable',
    'disclosed',
  ],
  /** Dated by when the order was dispatched. */
  order: ['ordered', 'returnAsked', 'acceptDue', 'acceptedInTime', 'contactDue', 'contactedInTime'],
  /** Dated by when the answer is due. */
  answer: ['answerDue', 'answered', 'answeredInTime', 'openOverdue', 'leadAnswered', 'reworked'],
  /** Dated by when the resident judged, or by when it was clear that nobody would. */
  judgement: [
    'rated',
    'contacted',
    'solved',
    'satisfied',
    'fairlySatisfied',
    'byTap',
    'sentBack',
    'unrated',
    'notReached',
    'excluded',
    'withdrawn',
    'rejected',
    'merged',
    'concluded',
  ],
  /** Dated by when the complaint was filed. */
  complaint: [
    'complained',
    'complaintResponseDue',
    'complaintRespondedInTime',
    'complaintDecided',
    'complaintResolved',
    'complaintVoid',
  ],
} as const

export type CountedKind = keyof typeof countedKinds
export type Figure = (typeof countedKinds)[CountedKind][number]
export type Figures = Record<Figure, number>

export const figures: readonly Figure[] = Object.values(countedKinds).flat()
export const noFigures = Object.freeze(
  Object.fromEntries(figures.map((figure) => [figure, 0])),
) as Readonly<Figures>

const kindsOfFigures = new Map<Figure, CountedKind>(
  (Object.keys(countedKinds) as CountedKind[]).flatMap((kind) =>
    countedKinds[kind].map((figure): [Figure, CountedKind] => [figure, kind]),
  ),
)

/** What is counted in a figure. */
export function kindOf(figure: Figure): CountedKind {
  const kind = kindsOfFigures.get(figure)
  if (!kind) throw new Error(`there is no figure ${figure}`)
  return kind
}

/** Totals are pooled, never the mean of departments. WORKFLOW §4. */
export const pooled = (all: readonly Readonly<Figures>[]): Figures =>
  all.reduce<Figures>(
    (sum, each) => {
      for (const figure of figures) sum[figure] += each[figure]
      return sum
    },
    { ...noFigures },
  )

/** V and what of it counts in the three rates. */
export const rateCounts = (each: Readonly<Figures>): RateCounts => ({
  rated: each.rated,
  contacted: each.contacted,
  solved: each.solved,
  satisfied: each.satisfied,
  fairlySatisfied: each.fairlySatisfied,
})

/** Those that are not in V, each counted and shown. WORKFLOW §4. */
export const outsiders = [
  'unrated',
  'notReached',
  'excluded',
  'withdrawn',
  'rejected',
  'merged',
  'concluded',
] as const satisfies readonly Figure[]

/** A share of one figure (or of several together) in others. WORKFLOW §3, §4. */
export interface RateRule {
  part: readonly Figure[]
  whole: readonly Figure[]
}

/** The rates besides the three. WORKFLOW §3 (complaints), §4 "Also". docs/adr/0081 says how each is read. */
export const otherRates = {
  acceptedInTimeRate: { part: ['acceptedInTime'], whole: ['acceptDue'] },
  contacted24hRate: { part: ['contactedInTime'], whole: ['contactDue'] },
  onTimeRate: { part: ['answeredInTime'], whole: ['answerDue'] },
  returnRate: { part: ['returnAsked'], whole: ['ordered'] },
  reworkRate: { part: ['reworked'], whole: ['leadAnswered'] },
  dispatchedOnceRate: { part: ['dispatchedOnce'], whole: ['dispatched'] },
  supervisedRate: { part: ['supervised'], whole: ['filed'] },
  activeRatingRate: { part: ['byTap'], whole: ['rated', 'unrated', 'notReached'] },
  coverageRate: { part: ['rated'], whole: ['rated', 'unrated', 'notReached'] },
  replyRate: { part: ['repliedInTime'], whole: ['replyDue'] },
  publicRate: { part: ['disclosed'], whole: ['disclosable'] },
  complaintResponseRate: { part: ['complaintRespondedInTime'], whole: ['complaintResponseDue'] },
  complaintResolvedRate: { part: ['complaintResolved'], whole: ['complaintDecided'] },
} as const satisfies Record<string, RateRule>

export type OtherRate = keyof typeof otherRates
export const otherRateNames = Object.keys(otherRates) as OtherRate[]
export type OtherRates = Record<OtherRate, number | null>

const sumOf = (each: Readonly<Figures>, names: readonly Figure[]): number =>
  names.reduce((sum, name) => sum + each[name], 0)

/** A share between 0 and 1; null (shown as "—") when there is nothing to divide by, never 0. WORKFLOW §4. */
export function shareOf(each: Readonly<Figures>, { part, whole }: RateRule): number | null {
  const all = sumOf(each, whole)
  return all === 0 ? null : sumOf(each, part) / all
}

export const otherRatesOf = (each: Readonly<Figures>): OtherRates =>
  Object.fromEntries(otherRateNames.map((name) => [name, shareOf(each, otherRates[name])])) as OtherRates

/** What the plan promises, each with a light. */
export const targets = {
  satisfaction: 0.9,
  complaintResolvedRate: 0.98,
  contacted24hRate: 1,
  replyRate: 1,
  publicRate: 1,
  dispatchedOnceRate: 0.98,
} as const satisfies Partial<Record<OtherRate | 'satisfaction', number>>
export type TargetName = keyof typeof targets
export const targetNames = Object.keys(targets) as TargetName[]

/** So far below a target is yellow; further below is red. */
const nearly = 0.05

/** Green once the target is met; none while there is nothing to judge by. */
export function targetLight(name: TargetName, rate: number | null): Light | null {
  if (rate === null) return null
  const goal = targets[name]
  if (rate >= goal) return 'green'
  return rate >= goal - nearly ? 'yellow' : 'red'
}
