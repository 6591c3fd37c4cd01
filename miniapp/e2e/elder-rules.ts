import { barriers, smallestWords, tooSmall } from './checks'
import type { Device } from './device'

/** One number of the rules for elders, and what is against it on the screen. */
interface ElderRule {
  name: string
  against: (device: Device) => Promise<string[]>
}

/**
 * The numbers of the rules for elders that a page can keep or break (工信部《移动互联网应用（APP）适老化通用设计规范》,
 * 2021-04), as they are measured on a page in large type. Pixels of the web are the rules' pt.
 */
export const elderRules: readonly ElderRule[] = [
  {
    name: 'words of at least 18 pt',
    against: async (device) => {
      const least = await smallestWords(device)
      return least < 18 ? [`${least} px`] : []
    },
  },
  {
    name: 'lines at least 1.3 times the size of their words apart',
    against: (device) => tightLines(device, 1.3),
  },
  {
    name: 'paragraphs at least 1.3 times as far apart as lines',
    against: (device) => tightParagraphs(device, 1.3),
  },
  {
    name: 'targets of at least 60 × 60 pt, what closes an overlay among them',
    against: (device) => tooSmall(device, 60),
  },
  {
    name: 'contrast of at least 7:1',
    against: (device) => barriers(device, { isLarge: true, ofColours: true }),
  },
  {
    name: 'a phone button on every page',
    against: async (device) => ((await device.button('打电话 12345').isVisible()) ? [] : ['no phone button']),
  },
]

/** Everything that these rules are broken by, with the name of the rule. */
export async function elderBarriers(device: Device): Promise<string[]> {
  const found: string[] = []
  for (const { name, against } of elderRules)
    found.push(...(await against(device)).map((what) => `${name}: ${what}`))
  return found
}

interface Line {
  text: string
  /** The middle of its first and of its last line. */
  first: number
  last: number
  left: number
  right: number
  size: number
  weight: string
  lineHeight: number
  lines: number
  isControl: boolean
}

/** The texts that are seen, in the order of the document; what is written in fields is not among them. */
const texts = (device: Device): Promise<Line[]> =>
  device.page.evaluate(() => {
    const ownText = (element: Element) =>
      [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim())
    return [...document.querySelectorAll<HTMLElement>('.taro_page *')]
      .filter((one) => one.tagName !== 'TEXTAREA' && one.checkVisibility() && ownText(one).length > 0)
      .flatMap((one) => {
        const range = document.createRange()
        range.selectNodeContents(one)
        const middles = [...range.getClientRects()].map(({ top, bottom }) => (top + bottom) / 2)
        const rows = [...new Set(middles.map(Math.round))].sort((a, b) => a - b)
        const [first, last] = [rows[0], rows.at(-1)]
        if (first === undefined || last === undefined) return []
        const { fontSize, fontWeight, lineHeight } = getComputedStyle(one)
        const { left, right } = range.getBoundingClientRect()
        return {
          text: one.innerText.slice(0, 40),
          ...{ first, last, left, right, lines: rows.length, isControl: Boolean(one.closest('button')) },
          ...{ size: parseFloat(fontSize), weight: fontWeight, lineHeight: parseFloat(lineHeight) },
        }
      })
  })

/** Texts whose lines are nearer to each other than this many times the size of their words. */
export async function tightLines(device: Device, least: number): Promise<string[]> {
  // "normal" is no number: what the font makes of it is between 1.1 and 1.5, so it has to be said.
  return (await texts(device))
    .filter(({ lineHeight, size }) => !(lineHeight >= size * least - 0.1))
    .map(({ text, lineHeight, size }) => `${text}: ${lineHeight} of ${size}`)
}

/**
 * Paragraphs that are nearer to each other than this many times the distance of their lines, measured from line to
 * line. A paragraph is a text of more than one line; what follows it is one when it is written alike and below it. What
 * is pressed is none.
 */
export async function tightParagraphs(device: Device, least: number): Promise<string[]> {
  const all = await texts(device)
  return all.flatMap((text, index) => {
    const next = all[index + 1]
    if (
      !next ||
      next.isControl ||
      text.isControl ||
      text.lines < 2 ||
      next.size !== text.size ||
      next.weight !== text.weight
    )
      return []
    const isBelow = next.first > text.last && next.left < text.right && next.right > text.left
    const apart = (next.first - text.last) / text.lineHeight
    return isBelow && apart < least - 0.02 ? [`${text.text} | ${next.text}: ${apart.toFixed(2)}`] : []
  })
}
