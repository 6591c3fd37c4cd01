import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { compileString } from 'sass'
import { typeScales } from '@/stores/appearance'
import theme from '@/theme.json'

/** The variables that these mixins of tokens.scss set, the later over the earlier. */
function tokens(...mixins: string[]): Record<string, string> {
  const includes = mixins.map((name) => `@include ${name};`).join('')
  const { css } = compileString(`@use 'tokens' as *; :root { ${includes} }`, { loadPaths: [__dirname] })
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const grounds = {
  paper: ['ink', 'ink-2', 'ink-3', 'jade', 'red'],
  ground: ['ink', 'ink-2', 'ink-3', 'jade'],
  sunken: ['ink', 'ink-2'],
  raised: ['ink'],
  jade: ['paper'],
  red: ['paper'],
  'jade-tint': ['jade', 'jade-press', 'ink'],
  'amber-tint': ['amber', 'ink'],
  'red-tint': ['red', 'red-press', 'ink'],
  'done-tint': ['done'],
}
/** What is no text and has to be seen: borders of fields, lights. */
const shapes = { paper: ['edge', 'jade', 'amber', 'red'], ground: ['edge'] }

const looks = [
  { name: 'by day', mixins: ['light'], text: 4.5 },
  { name: 'by night', mixins: ['dark'], text: 4.5 },
  { name: 'in large type by day', mixins: ['light', 'light-large'], text: 7 },
  { name: 'in large type by night', mixins: ['dark', 'dark-large'], text: 7 },
]

/** WCAG 2.2: how far two colours are apart, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The pairs that are nearer to each other than allowed. */
function tooNear(colours: Record<string, string>, pairs: Record<string, string[]>, least: number): string[] {
  return Object.entries(pairs).flatMap(([ground, inks]) =>
    inks
      .map((ink) => ({ ink, apart: contrast(colours[ink] ?? '', colours[ground] ?? '') }))
      .filter(({ apart }) => !(apart >= least))
      .map(({ ink, apart }) => `${ink} on ${ground}: ${apart.toFixed(2)}`),
  )
}

describe('the tokens', () => {
  it('know what contrast is', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  for (const { name, mixins, text } of looks)
    it(`keep text at ${text}:1 and shapes at 3:1 from their grounds ${name}`, () => {
      const colours = tokens(...mixins)
      expect(tooNear(colours, grounds, text)).toEqual([])
      expect(tooNear(colours, shapes, 3)).toEqual([])
    })

  it('have the same colours by day and by night, and no other in large type', () => {
    const names = Object.keys(tokens('light'))
    expect(Object.keys(tokens('dark'))).toEqual(names)
    for (const mixin of ['light-large', 'dark-large'])
      expect(names).toEqual(expect.arrayContaining(Object.keys(tokens(mixin))))
  })

  it('are what WeChat draws around a page with', () => {
    for (const name of ['light', 'dark'] as const) {
      const { ground, paper, jade, 'ink-3': ink3 } = tokens(name)
      const drawn = { ground: theme[name].ground, paper: theme[name].paper.replace('#ffffff', '#fff') }
      expect({ ...drawn, tab: theme[name].tab, tabOn: theme[name].tabOn }).toEqual({
        ground,
        paper,
        tab: ink3,
        tabOn: jade,
      })
    }
  })
})

/** A length of tokens.scss like `calc(36px + 22px * var(--scale))` at this scale. */
function pixels(value = '', scale: number): number {
  const sum = value.replace(/^calc\((.*)\)$/, '$1').replace(/var\(--scale\)/g, String(scale))
  const terms = sum
    .split('+')
    .map((term) => term.split('*').reduce((product, one) => product * parseFloat(one), 1))
  return terms.reduce((total, one) => total + one, 0)
}

describe('the large type (适老版)', () => {
  const normal = tokens('scaled')
  const large = { ...normal, ...tokens('large') }
  const words = ['t1', 't2', 't3', 't4', 't5', 't6']

  it('writes everything with at least 18 px, and the main text with up to 30 px and more', () => {
    for (const name of words) expect(pixels(large[name], typeScales.large)).toBeGreaterThanOrEqual(18)
    expect(pixels(large.t3, typeScales.largest)).toBeGreaterThanOrEqual(30)
  })

  it('has targets of 60 px and more, 48 px otherwise', () => {
    expect(pixels(normal.tap, typeScales.normal)).toBeGreaterThanOrEqual(48)
    for (const scale of [typeScales.large, typeScales.largest]) {
      expect(pixels(large.tap, scale)).toBeGreaterThanOrEqual(60)
      expect(pixels(large.button, scale)).toBeGreaterThanOrEqual(pixels(large.tap, scale))
    }
  })

  it('has targets of 60 px and more for gloves in every size', () => {
    const gloves = { ...normal, ...tokens('gloves') }
    for (const scale of [typeScales.normal, 2]) {
      expect(pixels(gloves.tap, scale)).toBeGreaterThanOrEqual(60)
      expect(pixels(gloves.button, scale)).toBeGreaterThanOrEqual(pixels(gloves.tap, scale))
    }
  })

  it('keeps the order of the sizes', () => {
    const sizes = words.map((name) => pixels(large[name], typeScales.large))
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes)
  })
})

/** Every style below src, without its comments. */
function styles(): { file: string; text: string }[] {
  const source = join(__dirname, '..')
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.scss'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8').replace(/\/\/.*/g, '') }))
}

describe('every style', () => {
  it('leaves room between lines: 1.5, and 1.3 where it says otherwise', () => {
    expect(Number(tokens('scaled').lh)).toBeGreaterThanOrEqual(1.5)
    const tight = styles().flatMap(({ file, text }) =>
      [...text.matchAll(/line-height: ([\d.]+);/g)]
        .filter(([, height]) => Number(height) < 1.3)
        .map(([line]) => `${file}: ${line}`),
    )
    expect(tight).toEqual([])
  })

  it('takes its colours from the tokens', () => {
    const own = styles()
      .filter(({ file }) => file !== 'styles/tokens.scss')
      .flatMap(({ file, text }) =>
        [...text.matchAll(/(?:#[0-9a-f]{3,8}\b|rgba?\()(?=[^'"{]*;)/gi)].map(
          ([colour]) => `${file}: ${colour}`,
        ),
      )
    expect(own).toEqual([])
  })
})
