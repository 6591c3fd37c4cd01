import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { calendarYears } from '@minsheng/shared'
import { DataSource } from 'typeorm'
import { dataSourceOptions } from '../src/platform/database/index.js'

const main = resolve(import.meta.dirname, '../dist/main.js')

/** Starts the built server; answers its exit code and what it said, or after `until` was said, stops it. */
async function start(env: Record<string, string>, until?: RegExp) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main], { env: { PATH, DEMONSTRATION: 'false', ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString()
      if (until?.test(said)) child.kill('SIGINT')
    })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

describe('the start', () => {
  let dataDir: string
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'minsheng-start-'))
  })
  afterAll(() => rmSync(dataDir, { recursive: true }))

  it('says where it is, and ends cleanly at Ctrl-C', async () => {
    const { code, said } = await start({ DATA_DIR: dataDir, PORT: '0' }, /按 Ctrl-C 停止/)
    expect(said).toMatch(/居民端 +http:\/\/localhost:\d+\//)
    expect(code).toBe(0)
  })

  it('raises no alarm at its first start for a year whose calendar comes with the program', async () => {
    const fresh = mkdtempSync(join(dataDir, 'fresh-'))
    const { said } = await start({ DATA_DIR: fresh, PORT: '0' }, /按 Ctrl-C 停止/)
    const missing = /no calendar for ([\d, ]+)/.exec(said)?.[1] ?? ''
    const shipped = calendarYears.map(({ year }) => String(year))
    expect(missing.split(', ').filter((year) => shipped.includes(year))).toEqual([])
  })

  it('names no demonstration account outside of a demonstration', async () => {
    const { said } = await start({ DATA_DIR: dataDir, PORT: '0' }, /按 Ctrl-C 停止/)
    expect(said).not.toMatch(/minsheng-demo|演示账号/)
  })

  it('says that the port is in use', async () => {
    const other = createServer().listen(0, '0.0.0.0')
    await once(other, 'listening')
    const address = other.address()
    const port = String(address && typeof address === 'object' ? address.port : 0)
    const { code, said } = await start({ DATA_DIR: dataDir, PORT: port })
    other.close()
    expect(said.trim()).toBe(`启动失败：端口 ${port} 已被占用：请关掉占用它的程序，或用 PORT 换一个端口`)
    expect(code).toBe(1)
  })

  it('says that the database does not answer, and where it looked', async () => {
    const { code, said } = await start({
      DATA_DIR: dataDir,
      DATABASE_URL: 'mariadb://nobody:x@127.0.0.1:9/none',
    })
    expect(said).toMatch(/^启动失败：数据库连不上（DATABASE_URL 的 127\.0\.0\.1:9）：.*\n$/)
    expect(code).toBe(1)
  })

  it('refuses a database that newer code has changed', async () => {
    const newer = mkdtempSync(join(tmpdir(), 'minsheng-newer-'))
    const options = dataSourceOptions({ databaseUrl: undefined, databasePool: 1, dataDir: newer }, [], [])
    const source = await new DataSource(options).initialize()
    await source.query('CREATE TABLE migrations (id integer primary key, timestamp bigint, name varchar)')
    await source.query("INSERT INTO migrations VALUES (1, 9999999999999, 'Future9999999999999')")
    await source.destroy()
    const { code, said } = await start({ DATA_DIR: newer })
    rmSync(newer, { recursive: true })
    expect(said).toContain('启动失败：数据库比程序新（已有升级 Future9999999999999）')
    expect(code).toBe(1)
  })

  it('names every wrong setting in a line of its own', async () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    const { code, said } = await start({ PORT: 'eighty', LOG_LEVEL: 'loud', DATA_DIR: join(file, 'below') })
    const lines = said.trim().split('\n')
    expect(lines).toHaveLength(3)
    for (const name of ['PORT=eighty', 'LOG_LEVEL=loud', 'DATA_DIR='])
      expect(lines.filter((line) => line.startsWith(`启动失败：${name}`))).toHaveLength(1)
    expect(code).toBe(2)
  })

  it('asks for secrets of one’s own in production', async () => {
    const { code, said } = await start({ NODE_ENV: 'production', DATA_DIR: dataDir })
    for (const name of ['SESSION_SECRET', 'PERSONAL_DATA_KEY', 'ATTACHMENT_SECRET', 'WECHAT_APP_SECRET'])
      expect(said).toContain(`启动失败：${name} 没有设置`)
    expect(code).toBe(2)
  })
})
