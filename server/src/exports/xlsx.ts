import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { exportWords } from './words.js'

/** Rows that a sheet can hold below its head. */
export const xlsxRowsAtMost = 1_048_575

interface Heading {
  title: string
  /** In characters. */
  width: number
}
type Pages = AsyncIterable<readonly (readonly string[])[]>

/**
 * A workbook of one sheet as a stream: page by page, packed as it goes. Only text cells, so nothing is calculated when
 * somebody opens it. The five small parts are what ECMA-376 asks for at least.
 */
export function xlsxStream(head: readonly Heading[], pages: Pages): Readable {
  const zip = new ZipFile()
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(declaration + xml), path)
  const sheet = Readable.from(sheetXml(head, pages), { objectMode: false })
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  const packed = new Readable().wrap(zip.outputStream)
  sheet.once('error', (error) => packed.destroy(error))
  packed.once('close', () => sheet.destroy())
  return packed
}

async function* sheetXml(head: readonly Heading[], pages: Pages): AsyncGenerator<string> {
  const widths = head.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozenHead}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  yield row(head.map(({ title }) => title))
  for await (const page of pages) yield page.map(row).join('')
  yield '</sheetData></worksheet>'
}

const row = (cells: readonly string[]): string => `<row>${cells.map(cell).join('')}</row>`

const cell = (text: string): string =>
  text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** What XML 1.0 forbids is left out: control characters but tab and the two ends of lines, and halves of a pair. */
const forbidden = /[^\P{Cc}\t\n\r\u0080-\u009F\u007F]|[\uFFFE\uFFFF]|\p{Cs}/gu
const special = /[&<>]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(special, (sign) => entities[sign] ?? '')

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const frozenHead = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf('worksheet')}"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${main}" xmlns:r="${office}">` +
    `<sheets><sheet name="${exportWords.sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}
