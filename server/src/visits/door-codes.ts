import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { Person } from '../people/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import qrcode from 'qrcode-generator'
import { Grids } from './grids.js'
import { Household } from './household.entity.js'

/** More doors than any building has. */
const DOORS = 1000
/** Blank modules around a code, as ISO/IEC 18004 asks for. */
const QUIET = 4

/** A sheet of codes to print and put on the doors. A code says which door it is, and not who lives behind it. */
@Injectable()
export class DoorCodes {
  constructor(
    private readonly grids: Grids,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** HTML for one building, by `ix_household_building`. @throws Problem 404 for a grid of somebody else */
  async sheet(by: Person, gridId: string, building: string): Promise<string> {
    const { grids, elsewhere } = await this.grids.worker(by)
    const grid = grids.get(gridId)
    if (!grid) throw elsewhere.household()
    const where = { gridId, building, removedAt: IsNull() }
    const households = await this.unitOfWork.reader.find(Household, { where, take: DOORS })
    const doors = households
      .sort(byDoor)
      .map(
        (door) => `<figure>${svgOf(door.doorCode)}<figcaption>${escaped(nameOf(door))}</figcaption></figure>`,
      )
    return page(escaped(`${grid.name} ${building} 门牌码`), doors.join('\n'))
  }
}

const nameOf = ({ building, unit, room }: Household): string =>
  [building, unit, room].filter(Boolean).join(' ')

const inOrder = new Intl.Collator('zh', { numeric: true })
const byDoor = (one: Household, other: Household): number => inOrder.compare(nameOf(one), nameOf(other))

/** A QR code as a picture of squares, one path for all. */
export function svgOf(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const numbers = Array.from({ length: count }, (_, number) => number)
  const path = numbers
    .flatMap((row) =>
      numbers.filter((column) => code.isDark(row, column)).map((column) => `M${column},${row}h1v1h-1z`),
    )
    .join('')
  const box = `${-QUIET} ${-QUIET} ${count + 2 * QUIET} ${count + 2 * QUIET}`
  return `<svg viewBox="${box}" role="img" aria-label="二维码"><path d="${path}"/></svg>`
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

const page = (title: string, doors: string): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${title}</title>
<style>
  @page { size: A4; margin: 12mm }
  body { margin: 0; font: 12pt/1.3 system-ui, sans-serif; color: #000; background: #fff }
  h1 { font-size: 14pt; margin: 0 0 4mm }
  main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm }
  figure { margin: 0; padding: 3mm; border: 0.3mm dashed #888; text-align: center; break-inside: avoid }
  svg { width: 40mm; height: 40mm; shape-rendering: crispEdges }
</style>
<h1>${title}</h1>
<main>
${doors}
</main>
</html>
`
