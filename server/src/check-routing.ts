import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.js'
import { openDatabase } from './database.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { Log } from './platform/log.js'
import { Present } from './platform/present.js'
import { StartError } from './platform/start-error.js'
import { RoutingViews, RuleChecking, severeFindings } from './routing/index.js'
import { findingLine } from './routing/words.js'

/** `pnpm routing:check`: looks the routing rules through; exit code 1 when needs would reach nobody by them. */
try {
  process.exitCode = await check()
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error
  process.stderr.write(`检查失败：${error.message}\n`)
  process.exitCode = 2
}

async function check(): Promise<number> {
  const config = { ...loadConfig(process.env), logLevel: 'fatal' as const }
  const surroundings = { config, present: new Present(), ...(await openDatabase(config)) }
  const app = await NestFactory.createApplicationContext(AppModule.in(surroundings), {
    logger: new Log(config),
  })
  try {
    const { rulesCount, casesCount, findings } = await app.get(RuleChecking).check()
    for (const finding of await app.get(RoutingViews).findings(findings))
      process.stdout.write(`${findingLine(finding)}\n`)
    process.stdout.write(`检查了 ${rulesCount} 条规则、${casesCount} 种情形，${findings.length} 处要看一看\n`)
    return findings.some(({ kind }) => severeFindings.includes(kind)) ? 1 : 0
  } finally {
    await app.close()
  }
}
