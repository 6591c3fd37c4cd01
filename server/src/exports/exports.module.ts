import { Module } from '@nestjs/common'
import { HandlingModule } from '../handling/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { RoutingModule } from '../routing/index.js'
import { ScoresModule } from '../scores/index.js'
import { ExportController } from './export.controller.js'
import { ExportFiles } from './export-files.js'
import { ExportLinks } from './export-links.js'
import { ExportRows } from './export-rows.js'
import { ExportRunner } from './export-runner.js'
import { Exports } from './exports.service.js'
import { OrderSheetController } from './order-sheet.controller.js'
import { OrderSheets } from './order-sheets.js'
import { ServiceReport } from './service-report.js'

/** 导出: needs as CSV and xlsx, written in the background, and one order on paper. docs/adr/0115, 0134 */
@Module({
  imports: [HandlingModule, PeopleModule, PlacesModule, RoutingModule, ScoresModule],
  controllers: [ExportController, OrderSheetController],
  providers: [ExportFiles, ExportLinks, ExportRows, ExportRunner, Exports, OrderSheets, ServiceReport],
  exports: [ExportRunner],
})
export class ExportsModule {}
