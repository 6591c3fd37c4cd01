import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create } from 'fontkit'
import PDFDocument from 'pdfkit'

/** What a sheet is made of, from above to below. */
export type SheetBlock =
  | { kind: 'heading' | 'words'; text: string }
  /** Names and what they say, side by side. What has nothing to say is left out. */
  | { kind: 'facts'; facts: readonly Fact[] }
  /** What happened one after the other, each with what was said of it. */
  | { kind: 'entries'; entries: readonly { head: string; said: string | null }[] }
  /** Lines to be filled in by hand. */
  | { kind: 'signing'; names: readonly string[] }
export type Fact = readonly [name: string, said: string | null]

export interface Sheet {
  title: string
  blocks: readonly SheetBlock[]
  /** At the foot of each page, before its number. */
  foot: string
}

const fontFolder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
/** Of a font only the signs that a sheet uses are embedded: it looks the same everywhere. docs/adr/0134 */
const fonts = { plain: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const

const opened = new Map<string, PDFKit.Mixins.PDFFontSource>()

/**
 * A font that is opened once for all sheets: opening takes most of the time that a sheet does. docs/adr/0149
 * Its type: pdfkit takes what fontkit has opened since 0.20, its types do not know that yet.
 */
function fontOf(file: string): PDFKit.Mixins.PDFFontSource {
  const known = opened.get(file)
  if (known) return known
  const font: object = create(readFileSync(join(fontFolder, file)))
  opened.set(file, font as PDFKit.Mixins.PDFFontSource)
  return font as PDFKit.Mixins.PDFFontSource
}

const MARGIN = 50
const FOOT = 30
const NAMES = 84
const PADDING = 5
const size = { title: 18, heading: 12, text: 10, foot: 8 } as const
const LINE_GAP = 3
const edge = '#a8a29e'
const headFill = '#e7f3f1'

/** Marks that only join or colour the sign before them: a font that does not know them shows a box for each. */
const joining = /\u200b|\u200c|\u200d|[\ufe00-\ufe0f]/g
const printable = (text: string): string => text.replace(joining, '').replace(/\r\n?/g, '\n')

/** A PDF of A4 pages. @returns its bytes */
export async function pdfOf({ title, blocks, foot }: Sheet): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + FOOT, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title },
  })
  const bytes = bytesOf(pdf)
  for (const [name, file] of Object.entries(fonts)) pdf.registerFont(name, fontOf(file))
  pdf.font('bold').fontSize(size.title).text(printable(title), { align: 'center' }).moveDown(0.5)
  for (const block of blocks) draw(pdf, block)
  drawFoot(pdf, printable(foot))
  pdf.end()
  return bytes
}

type Pdf = PDFKit.PDFDocument

function bytesOf(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
}

function draw(pdf: Pdf, block: SheetBlock): void {
  switch (block.kind) {
    case 'heading':
      keep(pdf, 60)
      pdf.moveDown(0.8).font('bold').fontSize(size.heading).text(printable(block.text)).moveDown(0.4)
      return
    case 'words':
      pdf.font('plain').fontSize(size.text).text(printable(block.text), { lineGap: LINE_GAP })
      return
    case 'facts':
      return drawFacts(pdf, block.facts)
    case 'entries':
      return block.entries.forEach((entry) => drawEntry(pdf, entry))
    case 'signing':
      return drawSigning(pdf, block.names)
  }
}

/** Drawn by hand: the table of pdfkit measures each cell so often that one of Chinese text takes seconds. */
function drawFacts(pdf: Pdf, facts: readonly Fact[]): void {
  const width = pdf.page.width - 2 * MARGIN - NAMES
  pdf.font('plain').fontSize(size.text).lineWidth(0.5).strokeColor(edge)
  for (const [name, said] of facts) {
    if (!said) continue
    const words = printable(said)
    const options = { width: width - 2 * PADDING, lineGap: 2 }
    const height = pdf.heightOfString(words, options) + 2 * PADDING - 2
    keep(pdf, height)
    const top = pdf.y
    pdf.rect(MARGIN, top, NAMES, height).fillAndStroke(headFill, edge)
    pdf.rect(MARGIN + NAMES, top, width, height).stroke()
    pdf.fillColor('black').text(name, MARGIN + PADDING, top + PADDING, { lineBreak: false })
    pdf.text(words, MARGIN + NAMES + PADDING, top + PADDING, options)
    Object.assign(pdf, { x: MARGIN, y: top + height })
  }
}

function drawEntry(pdf: Pdf, { head, said }: { head: string; said: string | null }): void {
  keep(pdf, 40)
  pdf.font('plain').fontSize(size.text).text(printable(head), { lineGap: LINE_GAP })
  if (said)
    pdf.fillColor('#57534e').text(printable(said), { indent: 0, lineGap: LINE_GAP }).fillColor('black')
  pdf.moveDown(0.25)
}

function drawSigning(pdf: Pdf, names: readonly string[]): void {
  keep(pdf, 60)
  const width = (pdf.page.width - 2 * MARGIN) / names.length
  const top = pdf.y + 28
  pdf.font('plain').fontSize(size.text)
  names.forEach((name, index) => {
    const left = MARGIN + index * width
    const rule = left + pdf.widthOfString(name) + 4
    pdf.text(name, left, top, { lineBreak: false })
    pdf
      .moveTo(rule, top + 13)
      .lineTo(left + width - 14, top + 13)
      .lineWidth(0.5)
      .stroke(edge)
  })
  Object.assign(pdf, { x: MARGIN, y: top + 20 })
}

/** Begins a page when there is less room than that, so that a head does not stand alone at the bottom. */
function keep(pdf: Pdf, room: number): void {
  if (pdf.y + room > pdf.page.height - MARGIN - FOOT) pdf.addPage()
}

function drawFoot(pdf: Pdf, foot: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    // Below the margin pdfkit would begin another page.
    pdf.page.margins.bottom = 0
    const top = pdf.page.height - MARGIN - 4
    const options = { width: pdf.page.width - 2 * MARGIN, lineGap: 1 }
    pdf.font('plain').fontSize(size.foot).fillColor('#57534e')
    pdf.text(foot, MARGIN, top, { ...options, width: options.width - 70 })
    pdf.text(`第 ${page - start + 1} 页，共 ${count} 页`, MARGIN, top, { ...options, align: 'right' })
  }
}
