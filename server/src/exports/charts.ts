import sharp from 'sharp'

/** The colours of the screens, light theme. */
const jade = '#0f766e'
const amber = '#b45309'
const line = '#d6d3d1'
const ground = '#f5f5f4'

/**
 * Pictures without a letter: what they mean stands beside them as text of the document. So no font is needed on the
 * server, and nothing is lost on who cannot see them.
 */
const picture = (width: number, height: number, shapes: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`,
    ),
  )
    .png({ palette: true })
    .toBuffer()

export interface Picture {
  data: Buffer
  width: number
  height: number
}

/** A bar as long as its share of 1. */
export async function bar(share: number): Promise<Picture> {
  const [width, height] = [120, 12]
  const long = Math.round(width * Math.min(1, Math.max(0, share)))
  const shapes = `<rect width="${width}" height="${height}" fill="${ground}"/><rect width="${long}" height="${height}" fill="${jade}"/>`
  return { data: await picture(width, height, shapes), width, height }
}

export interface Step {
  /** How many, as a column. */
  count: number
  /** 0–1, as a point of the line; null where there is none. */
  rate: number | null
}

/** Columns for counts and a line for a rate, step by step, each in the middle of its share of the width. */
export async function columnsAndLine(steps: readonly Step[]): Promise<Picture> {
  const [width, height, edge] = [600, 160, 8]
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const each = width / Math.max(1, steps.length)
  const y = (share: number) => height - edge - share * (height - 2 * edge)
  const columns = steps.map(({ count }, at) => {
    const top = y(count / most)
    return `<rect x="${at * each + each * 0.25}" y="${top}" width="${each * 0.5}" height="${height - edge - top}" fill="${jade}"/>`
  })
  const points = steps.flatMap(({ rate }, at) =>
    rate === null ? [] : [{ x: (at + 0.5) * each, y: y(rate) }],
  )
  const dots = points.map((point) => `<circle cx="${point.x}" cy="${point.y}" r="4" fill="${amber}"/>`)
  const path = points.map((point) => `${point.x},${point.y}`).join(' ')
  const grid = [0, 0.5, 1].map(
    (share) => `<line x1="0" x2="${width}" y1="${y(share)}" y2="${y(share)}" stroke="${line}"/>`,
  )
  const shapes = `<rect width="${width}" height="${height}" fill="#ffffff"/>${grid.join('')}${columns.join('')}<polyline points="${path}" fill="none" stroke="${amber}" stroke-width="2"/>${dots.join('')}`
  return { data: await picture(width, height, shapes), width, height }
}
