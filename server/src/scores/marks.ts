import { countedKinds, type CountedKind, type Figure, figures, kindOf } from '@minsheng/shared'

const bits = new Map<Figure, number>(
  figures.map((figure) => [figure, 1 << (countedKinds[kindOf(figure)] as readonly Figure[]).indexOf(figure)]),
)

/** The bit of a figure among those of its kind. */
export const markOf = (figure: Figure): number => bits.get(figure) ?? 0

export const marksOf = (counted: readonly Figure[]): number =>
  counted.reduce((marks, figure) => marks | markOf(figure), 0)

export const figuresIn = (kind: CountedKind, marks: number): Figure[] =>
  countedKinds[kind].filter((figure) => (marks & markOf(figure)) !== 0)
