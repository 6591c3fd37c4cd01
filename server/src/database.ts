import { DataSource } from 'typeorm'
import { entities } from './entities.js'
import { First1795305600000 } from './migrations/1795305600000-first.js'
import { Messages1795309200000 } from './migrations/1795309200000-messages.js'
import { Lifecycle1795710000000 } from './migrations/1795710000000-lifecycle.js'
import { ClockStages1795720000000 } from './migrations/1795720000000-clock-stages.js'
import { Timetable1795720100000 } from './migrations/1795720100000-timetable.js'
import { Supervision1795730000000 } from './migrations/1795730000000-supervision.js'
import { Sessions1795740000000 } from './migrations/1795740000000-sessions.js'
import { RealName1795740100000 } from './migrations/1795740100000-real-name.js'
import { Disclosure1795750000000 } from './migrations/1795750000000-disclosure.js'
import { Complaints1795750100000 } from './migrations/1795750100000-complaints.js'
import { RoutingRules1795762000000 } from './migrations/1795762000000-routing-rules.js'
import { Lookalikes1795763000000 } from './migrations/1795763000000-lookalikes.js'
import { LimitScopes1795764000000 } from './migrations/1795764000000-limit-scopes.js'
import { ExtensionsOver1795764000100 } from './migrations/1795764000100-extensions-over.js'
import { Ratings1795766000000 } from './migrations/1795766000000-ratings.js'
import { ComplaintsWhole1795766010000 } from './migrations/1795766010000-complaints-whole.js'
import { Scores1795767000000 } from './migrations/1795767000000-scores.js'
import { DistrictEditions1795810000000 } from './migrations/1795810000000-district-editions.js'
import { RoutingModels1795820000000 } from './migrations/1795820000000-routing-models.js'
import { TopicTurn1795830000000 } from './migrations/1795830000000-topic-turn.js'
import { RoutingRulesListed1795830000001 } from './migrations/1795830000001-routing-rules-listed.js'
import { CallBacks1795840000000 } from './migrations/1795840000000-call-backs.js'
import { Exports1795850000000 } from './migrations/1795850000000-exports.js'
import { MonthlyTopics1795850000001 } from './migrations/1795850000001-monthly-topics.js'
import { Visits1795860000000 } from './migrations/1795860000000-visits.js'
import { ScoreCommunities1795880000000 } from './migrations/1795880000000-score-communities.js'
import { ProjectComplaints1795880000001 } from './migrations/1795880000001-project-complaints.js'
import { GreenQueue1795900000001 } from './migrations/1795900000001-green-queue.js'
import { TaskReportsListed1795900000002 } from './migrations/1795900000002-task-reports-listed.js'
import { ComplaintsSupervised1796000000001 } from './migrations/1796000000001-complaints-supervised.js'
import { ScoreCorrections1796000000002 } from './migrations/1796000000002-score-corrections.js'
import { ResidentLocalIds1796000000011 } from './migrations/1796000000011-resident-local-ids.js'
import { FreezeTurn1796000000012 } from './migrations/1796000000012-freeze-turn.js'
import { AssignmentsByArea1796000000013 } from './migrations/1796000000013-assignments-by-area.js'
import { LapsedUnjudged1796000000014 } from './migrations/1796000000014-lapsed-unjudged.js'
import { RuleLimits1795900000000 } from './migrations/1795900000000-rule-limits.js'
import type { Config } from './platform/config.js'
import { dataSourceOptions, readSourceOf } from './platform/database/index.js'
import { StartError } from './platform/start-error.js'

export const migrations = [
  First1795305600000,
  Messages1795309200000,
  Lifecycle1795710000000,
  ClockStages1795720000000,
  Timetable1795720100000,
  Supervision1795730000000,
  Sessions1795740000000,
  RealName1795740100000,
  Disclosure1795750000000,
  Complaints1795750100000,
  RoutingRules1795762000000,
  Lookalikes1795763000000,
  LimitScopes1795764000000,
  ExtensionsOver1795764000100,
  Ratings1795766000000,
  ComplaintsWhole1795766010000,
  Scores1795767000000,
  DistrictEditions1795810000000,
  RoutingModels1795820000000,
  TopicTurn1795830000000,
  RoutingRulesListed1795830000001,
  CallBacks1795840000000,
  Exports1795850000000,
  MonthlyTopics1795850000001,
  Visits1795860000000,
  ScoreCommunities1795880000000,
  ProjectComplaints1795880000001,
  RuleLimits1795900000000,
  GreenQueue1795900000001,
  TaskReportsListed1795900000002,
  ComplaintsSupervised1796000000001,
  ScoreCorrections1796000000002,
  ResidentLocalIds1796000000011,
  FreezeTurn1796000000012,
  AssignmentsByArea1796000000013,
  LapsedUnjudged1796000000014,
]

export interface Database {
  dataSource: DataSource
  readSource: DataSource
}

/**
 * Connects and brings the schema up to date.
 * @throws StartError when the database cannot be reached, or is newer than this code
 */
export async function openDatabase(config: Config): Promise<Database> {
  const dataSource = await connected(new DataSource(dataSourceOptions(config, entities, migrations)), config)
  try {
    await assertChinese(dataSource)
    await assertNotNewer(dataSource)
    await oneServerAtATime(dataSource, () => dataSource.runMigrations({ transaction: 'each' }))
    return { dataSource, readSource: await readSourceOf(dataSource) }
  } catch (error) {
    await dataSource.destroy()
    throw error
  }
}

async function connected(dataSource: DataSource, config: Config): Promise<DataSource> {
  try {
    return await dataSource.initialize()
  } catch (error) {
    const where = config.databaseUrl
      ? `DATABASE_URL 的 ${new URL(config.databaseUrl).host}`
      : `DATA_DIR 的 ${config.dataDir}`
    const reason = error instanceof Error ? error.message || error.name : String(error)
    throw new StartError(`数据库连不上（${where}）：${reason}`)
  }
}

/** A database that was made for another alphabet would refuse every text. */
async function assertChinese(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') return
  const [found] = await dataSource.query<{ charset: string }[]>('SELECT @@character_set_database AS charset')
  if (found?.charset !== 'utf8mb4')
    throw new StartError(
      `数据库的字符集是 ${found?.charset ?? '未知'}，存不了中文：请执行 ALTER DATABASE … CHARACTER SET utf8mb4`,
    )
}

/** Older code must not write into a schema that it does not know. */
async function assertNotNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name))
  const runner = dataSource.createQueryRunner()
  try {
    if (!(await runner.hasTable('migrations'))) return
    const applied = (await runner.query('SELECT name FROM migrations')) as { name: string }[]
    const unknown = applied.find(({ name }) => !known.has(name))
    if (unknown)
      throw new StartError(`数据库比程序新（已有升级 ${unknown.name}）：请改用新版程序，或换一个数据库`)
  } finally {
    await runner.release()
  }
}

/** Several servers may start at once on one MySQL or MariaDB; SQLite has one process. */
async function oneServerAtATime(dataSource: DataSource, work: () => Promise<unknown>): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') {
    await work()
    return
  }
  const runner = dataSource.createQueryRunner()
  try {
    await runner.query("SELECT GET_LOCK('minsheng migrations', 120)")
    await work()
  } finally {
    await runner.query("SELECT RELEASE_LOCK('minsheng migrations')")
    await runner.release()
  }
}
