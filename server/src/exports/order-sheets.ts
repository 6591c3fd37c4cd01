import { Injectable } from '@nestjs/common'
import { WorkOrderViews } from '../handling/index.js'
import { type Person, PersonalDataReads, StaffDirectory } from '../people/index.js'
import { Present } from '../platform/present.js'
import { orderSheet } from './order-sheet.js'
import { pdfOf } from './pdf-document.js'
import { sheetWords } from './words.js'

/** 工单单: one order as a PDF, for those who see it on the screen. docs/adr/0134 */
@Injectable()
export class OrderSheets {
  constructor(
    private readonly orders: WorkOrderViews,
    private readonly staff: StaffDirectory,
    private readonly reads: PersonalDataReads,
    private readonly present: Present,
  ) {}

  /** That somebody took it away, and why, is written down first. @throws Problem 404, as for the page */
  async of(by: Person, id: string, reason: string): Promise<{ name: string; bytes: Buffer }> {
    const order = await this.orders.one(by, id)
    await this.reads.note(by, { needId: order.needId, what: 'orderSheet', reason })
    const byName = (await this.staff.nameOf(by.id)) ?? ''
    return {
      name: sheetWords.fileName(order.receiptNo, order.department.name),
      bytes: await pdfOf(orderSheet(order, { byName, at: this.present.now(), reason })),
    }
  }
}
