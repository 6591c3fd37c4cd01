import { describe, expect, it } from '@jest/globals'
import { ENOUGH, type TownExample, TownGuessing } from './town-guessing.js'

const guesses = [{ code: 'transport.rural', confidence: 1 }]
const matter = (subject: string) => ({ subject, detail: '', guesses })
/** What dispatchers gave to towns and to bureaus, so many of each, in turn. */
const decided = (towns: number, bureaus: number): TownExample[] =>
  Array.from({ length: Math.max(towns, bureaus) }, (_, at): TownExample[] => [
    ...(at < towns ? [{ ...matter(`李家村${at}组的路坑坑洼洼`), side: 'town' as const }] : []),
    ...(at < bureaus ? [{ ...matter(`省道${at}线的路面要养护`), side: 'bureau' as const }] : []),
  ]).flat()
const village = matter('李家村三组的路坑坑洼洼，走不成了')

describe('bureau or town', () => {
  it('is not guessed before dispatchers have decided enough, for either side', () => {
    const few = ENOUGH.ofEach - 1
    expect(new TownGuessing(decided(0, 0)).guess(village)).toBeNull()
    expect(new TownGuessing(decided(few, ENOUGH.all)).guess(village)).toBeNull()
    expect(new TownGuessing(decided(ENOUGH.all, few)).guess(village)).toBeNull()
    expect(new TownGuessing(decided(ENOUGH.ofEach, ENOUGH.all)).guess(village)).not.toBeNull()
  })

  it('is learned from their decisions, and says by which words', () => {
    const guessing = new TownGuessing(decided(60, 60))
    const town = guessing.guess(village)
    expect(town).toMatchObject({ isSure: true })
    expect(town?.words.join()).toMatch(/坑洼/)
    expect(guessing.guess(matter('省道的路面坏了要养护'))?.probability).toBeLessThan(0.3)
  })

  it('is the same for the same decisions', () => {
    const once = new TownGuessing(decided(60, 60)).guess(village)
    expect(new TownGuessing(decided(60, 60)).guess(village)).toEqual(once)
  })
})
