export { ExportRunner } from './export-runner.js'
export { ExportsModule } from './exports.module.js'
