import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import * as shared from '@minsheng/shared'
import * as words from './words'
import * as errors from './words-errors'
import * as filing from './words-filing'
import * as me from './words-me'
import * as need from './words-need'
import * as publicWords from './words-public'
import * as story from './words-story'

/** Every Chinese text below a value; what is made of an argument, with one. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') {
    const make = value as (...given: unknown[]) => unknown
    // Some take numbers, some names, some errors: what cannot be made of a word is no text of ours.
    try {
      return textsOf(make('某某', '某某', '某某'))
    } catch {
      return []
    }
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

/** What is not of the desk alone: residents' screens, and what they share with it. */
const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^desk\/|\.(spec|gen)\.ts$|^words/.test(file))
  .map((file) => ({ file, text: readFileSync(join(__dirname, file), 'utf8') }))
const official = (texts: string[]) => texts.filter((text) => shared.officialWordsIn(text).length)

describe('what residents read', () => {
  it('is said in plain words', () => {
    const texts = textsOf([words, errors, filing, me, need, publicWords, story])
    expect(texts.length).toBeGreaterThan(200)
    expect(official(texts)).toEqual([])
  })

  it('takes none of the words of the desk and of supervision', () => {
    expect(sources.length).toBeGreaterThan(100)
    const borrowed = sources.filter(({ text }) =>
      /words-(callbacks|deadlines|desk|evidence|exports|heat|register|routing|scores|supervision|walks)'/.test(
        text,
      ),
    )
    expect(borrowed.map(({ file }) => file)).toEqual([])
  })

  it('takes from the common rules what is plain', () => {
    const names = sources.flatMap(({ text }) => {
      const imported = /import \{([^}]*)\} from '@minsheng\/shared'/.exec(text)?.[1] ?? ''
      return [...imported.matchAll(/\b(\w+Words)\b/g)].map(([, name = '']) => name)
    })
    expect(names).toContain('ratingLevelWords')
    const tables: Record<string, unknown> = { ...shared }
    expect(names.filter((name) => official(textsOf(tables[name])).length)).toEqual([])
  })

  it('is plain in the titles of pages', () => {
    const titles = sources.flatMap(({ text }) => /navigationBarTitleText: '(.*?)'/.exec(text)?.[1] ?? [])
    expect(titles.length).toBeGreaterThan(5)
    expect(official(titles)).toEqual([])
  })
})
