import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Picture } from './charts.js'

/** What a document is made of, from above to below. */
export type Block =
  | { kind: 'title' | 'heading' | 'words'; text: string }
  | { kind: 'picture'; picture: Picture; alt: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly Cell[])[] }
/** Words, or a picture that shows what the words beside it say; `heat` (0–1) shades the cell. */
export type Cell = string | { picture: Picture; alt: string } | { text: string; heat: number }

const run = (options: IRunOptions): TextRun => new TextRun(options)

/** Fonts that are on every Chinese office machine; nothing is embedded. */
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const headFill = 'E7F3F1'

/** A Word document of these blocks. @returns the bytes of a .docx */
export const documentOf = (title: string, blocks: readonly Block[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      styles: { default: { document: { run: { font, size: 24 } } } },
      sections: [{ properties: {}, children: blocks.map(shown) }],
    }),
  )

function shown(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        children: [run({ text: block.text, bold: true, size: 36 })],
      })
    case 'heading':
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        spacing: { before: 320, after: 120 },
        keepNext: true,
        children: [run({ text: block.text, bold: true, size: 28, color: '000000' })],
      })
    case 'words':
      return new Paragraph({ text: block.text, spacing: { after: 120, line: 360 } })
    case 'picture':
      return new Paragraph({ children: [image(block.picture, block.alt)] })
    case 'table':
      return table(block.head, block.rows)
  }
}

const image = ({ data, width, height }: Picture, alt: string): ImageRun =>
  new ImageRun({
    type: 'png',
    data,
    transformation: { width, height },
    altText: { name: alt, description: alt, title: alt },
  })

const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text) => cell(text, headFill, true)),
      }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((each) => cellOf(each)) })),
    ],
  })

function cellOf(content: Cell): TableCell {
  if (typeof content === 'string') return cell(content)
  if ('text' in content) return cell(content.text, warm(content.heat))
  return new TableCell({ children: [new Paragraph({ children: [image(content.picture, content.alt)] })] })
}

const cell = (text: string, fill?: string, bold = false): TableCell =>
  new TableCell({
    ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [new Paragraph({ children: [run({ text, bold, size: 20 })] })],
  })

/** From white to a warm colour on which black is still easy to read. */
function warm(heat: number): string {
  const share = Math.min(1, Math.max(0, heat))
  const mixed = [0xfb, 0xbf, 0x24].map((part) => Math.round(255 - (255 - part) * share))
  return mixed
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}
