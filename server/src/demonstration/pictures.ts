import sharp from 'sharp'

const WIDTH = 960
const HEIGHT = 720

/** A repeatable stream of numbers 0–1 (mulberry32), so that the same place always looks the same. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const skies = ['#c9d8dc', '#d8dfd9', '#bccbd3', '#e0dcd0', '#9fb0ba']
const walls = ['#b9a894', '#a8aca8', '#c4b8a5', '#8f9ba0', '#b5b09c', '#9d8f84']
const pick = <Item>(items: readonly Item[], next: () => number): Item | undefined =>
  items[Math.floor(next() * items.length)]

/** A plain street scene: houses with windows, a road, a lamp, a tree; after the work it is lit and swept. */
function streetScene(seed: number, isAfter: boolean): string {
  const next = chance(seed)
  const road = 470 + next() * 70
  const houses = Array.from({ length: 4 }, (_, index) => house(index, road, next)).join('')
  const lampX = 160 + next() * 600
  const treeX = 80 + next() * 780
  const rubbish = Array.from(
    { length: 9 },
    () =>
      `<ellipse cx="${lampX + 60 + next() * 160}" cy="${road + 40 + next() * 50}" rx="${12 + next() * 20}" ry="${8 + next() * 10}" fill="${pick(['#4f5a52', '#7a6f5d', '#8c8577'], next) ?? ''}"/>`,
  ).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="${pick(skies, next) ?? ''}"/>${houses}
    <rect y="${road}" width="100%" height="${HEIGHT - road}" fill="#6f7674"/>
    <rect y="${road}" width="100%" height="26" fill="#a7aaa5"/>
    <path d="M0 ${road + 130}H960" stroke="#e8e6df" stroke-width="8" stroke-dasharray="70 50"/>
    <rect x="${treeX}" y="${road - 120}" width="18" height="130" fill="#6a5442"/>
    <circle cx="${treeX + 9}" cy="${road - 150}" r="78" fill="${isAfter ? '#5d7f5a' : '#6d7a5c'}"/>
    <path d="M${lampX} ${road + 12}V${road - 290}q0-34 60-34" fill="none" stroke="#3d4547" stroke-width="12"/>
    <ellipse cx="${lampX + 74}" cy="${road - 322}" rx="30" ry="13" fill="${isAfter ? '#ffe9a8' : '#59605f'}"/>
    ${isAfter ? '' : rubbish}</svg>`
}

function house(index: number, road: number, next: () => number): string {
  const x = index * 245 - 10
  const height = 200 + next() * 210
  const windows = Array.from({ length: 12 }, (_, at) => {
    const left = x + 26 + (at % 3) * 66
    const top = road - height + 26 + Math.floor(at / 3) * 66
    return top < road - 60 ? `<rect x="${left}" y="${top}" width="42" height="40" fill="#5b6a72"/>` : ''
  }).join('')
  return `<rect x="${x}" y="${road - height}" width="235" height="${height}" fill="${pick(walls, next) ?? ''}"/>${windows}`
}

/** Drawn rather than taken, as JPEG: the demonstration shows no real place and no real person. */
const drawPhoto = (seed: number, isAfter: boolean): Promise<Buffer> =>
  sharp(Buffer.from(streetScene(seed, isAfter)))
    .resize(640, 480)
    .jpeg({ quality: 78 })
    .toBuffer()

/** So many different places, each before and after the work; the needs share them. */
const PLACES = 12

export interface Album {
  before: Buffer[]
  after: Buffer[]
}

export async function drawAlbum(): Promise<Album> {
  const draw = (isAfter: boolean) =>
    Promise.all(Array.from({ length: PLACES }, (_, seed) => drawPhoto(seed, isAfter)))
  return { before: await draw(false), after: await draw(true) }
}
