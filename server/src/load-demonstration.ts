import { NestFactory } from '@nestjs/core'
import type { DataSource } from 'typeorm'
import { AppModule } from './app.module.js'
import type { Database } from './database.js'
import { Need } from './handling/index.js'
import { Relay } from './messages/index.js'
import { PersonalData } from './people/index.js'
import { Area } from './places/index.js'
import type { Config } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { Log } from './platform/log.js'
import { SettablePresent } from './platform/present.js'
import { Snapshots } from './scores/index.js'
import { liveComplaints } from './demonstration/complaints.js'
import { writeDistrict } from './demonstration/district.js'
import { liveHouseholds } from './demonstration/households.js'
import { History, type Refused } from './demonstration/history.js'
import { liveMonthlyTopics } from './demonstration/monthly-topics.js'
import { readSeed } from './demonstration/seed.js'

/**
 * Fills an empty database with the demonstration district, once; goes on where an interrupted load stopped.
 * @param tell gets a line of progress for those who wait
 */
export async function loadDemonstration(
  config: Config,
  database: Database,
  now = new Date(),
  tell: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<Refused[]> {
  const needs = await readSeed('needs')
  if ((await database.dataSource.manager.count(Need)) >= needs.length) return []
  const present = new SettablePresent(now)
  // A module of its own, with a present that can be put back; the limits are for people, not for history.
  const surroundings = { config: { ...config, hasRateLimits: false }, present, ...database }
  const app = await NestFactory.createApplicationContext(AppModule.in(surroundings), {
    logger: new Log(config),
  })
  await app.init()
  if ((await database.dataSource.manager.count(Area)) === 0) {
    tell('正在建立演示区（只在第一次启动时）…')
    await app.get(UnitOfWork).run((tx) => writeDistrict(tx, app.get(PersonalData), now))
  }
  await withoutWaitingForTheDisk(database.dataSource, () => liveHouseholds(app, now))
  tell(`正在载入 ${needs.length} 件演示诉求…`)
  const history = new History(app, present)
  await withoutWaitingForTheDisk(database.dataSource, async () => {
    const lived = await database.dataSource.manager.find(Need, { select: { text: true } })
    await history.live(new Set(lived.map(({ text }) => text)))
    await liveComplaints(app, present)
    // What follows from history has followed: nobody's first need waits behind it, and leaders have figures.
    present.set(now)
    await app.get(Relay).drain()
    await liveMonthlyTopics(app, present)
    // Else the month before would change under those who look, when the house is first kept.
    await app.get(Snapshots).freezeDue()
  })
  return history.refused
}

/** On SQLite a power cut may cost the newest needs, never the file; the next load would tell them again. */
async function withoutWaitingForTheDisk(dataSource: DataSource, work: () => Promise<void>): Promise<void> {
  if (dataSource.options.type !== 'better-sqlite3') return work()
  await dataSource.query('PRAGMA synchronous = NORMAL')
  try {
    await work()
  } finally {
    await dataSource.query('PRAGMA synchronous = FULL')
  }
}
