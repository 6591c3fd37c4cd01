import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { pdfOf } from '../dist/exports/pdf-document.js'
import { median, print, printAims } from './parts/report.mjs'

/**
 * `pnpm bench sheets`: what the sheet of an order costs the thread of the server, beside the same words by pdfkit alone,
 * which opens the fonts for each; in turn. The processor's time, not the clock's: nothing waits here. docs/benchmarks.md
 */
const rounds = process.argv.includes('--quick') ? 5 : 30

const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
const words = '路灯不亮，老人出门看不清台阶，已经反映过两次没有人来修，请尽快派人到现场核实处理并答复。'
const sheet = {
  title: '工单（城市管理局）',
  foot: '王芳 2026年11月16日 10:00 打印，用途：随案卷归档',
  blocks: [
    { kind: 'facts', facts: Array.from({ length: 12 }, (_, at) => [`名称${at}`, words.slice(at, at + 20)]) },
    { kind: 'heading', text: '诉求内容' },
    { kind: 'words', text: words.repeat(4) },
    { kind: 'signing', names: ['经办人', '负责人', '日期'] },
    { kind: 'heading', text: '办理经过' },
    {
      kind: 'entries',
      entries: Array.from({ length: 15 }, (_, at) => ({
        head: `${at}:00　受理　王芳`,
        said: words.slice(at),
      })),
    },
  ],
}

/** Every text of the sheet, one below the other. @returns the bytes of the PDF */
async function bare() {
  const pdf = new PDFDocument({ size: 'A4' })
  const parts = []
  pdf.on('data', (part) => parts.push(part))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  pdf.font(join(fonts, 'NotoSansHans-Bold.otf')).text(sheet.title)
  pdf.font(join(fonts, 'NotoSansHans-Regular.otf'))
  for (const text of textsOf(sheet.blocks)) pdf.text(text)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

const textsOf = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(textsOf))

/** @returns milliseconds of the processor */
async function costOf(make) {
  const before = process.cpuUsage()
  if ((await make()).length < 10_000) throw new Error('The PDF is too small to be one.')
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const programs = { server: () => pdfOf(sheet), bare }
const first = await costOf(programs.server)
await costOf(programs.bare)
const costs = { server: [], bare: [] }
for (let round = 0; round < rounds; round += 1)
  for (const [name, make] of Object.entries(programs)) costs[name].push(await costOf(make))

const [server, alone] = [median(costs.server), median(costs.bare)]
print(
  ['program', 'CPU of a sheet'],
  [
    ['server', `${server.toFixed(0)} ms`],
    ['server, the first of a process', `${first.toFixed(0)} ms`],
    ['bare', `${alone.toFixed(0)} ms`],
  ],
)
const ratio = server / alone
printAims([
  { what: 'CPU of a sheet, server : bare', limit: '≤ 0.6', measured: ratio.toFixed(2), isMet: ratio <= 0.6 },
])
