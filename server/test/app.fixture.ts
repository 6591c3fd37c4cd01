import { randomUUID } from 'node:crypto'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApplication } from '../src/application.js'
import { migrations } from '../src/database.js'
import { writeDistrict } from '../src/demonstration/district.js'
import { demonstrationPassword } from '../src/demonstration/index.js'
import { entities } from '../src/entities.js'
import { PersonalData } from '../src/people/index.js'
import { type Config, loadConfig } from '../src/platform/config.js'
import type { Tx } from '../src/platform/database/index.js'
import { testDatabase } from '../src/platform/database/test-database.fixture.js'
import { Editions, raiseEdition } from '../src/platform/editions.js'
import { SettablePresent } from '../src/platform/present.js'

type Method = 'GET' | 'POST' | 'DELETE'
interface Asking {
  /** Access token. */
  as?: string | undefined
  body?: object | undefined
  headers?: Record<string, string>
}
export interface Answered<Body> {
  status: number
  body: Body
  headers: Record<string, unknown>
}

/** A Monday morning, a working day. */
export const mondayMorning = new Date('2026-11-16T01:30:00Z')

/**
 * The whole server with the demonstration district but without its needs, on SQLite or on `TEST_DATABASE_URL`.
 * Its present stands still at `now` until a test moves it.
 */
export async function startApp(options: { now?: Date; config?: Partial<Config> } = {}) {
  const database = await testDatabase(entities, migrations, options.config?.databasePool)
  const present = new SettablePresent(options.now ?? mondayMorning)
  const config: Config = {
    ...loadConfig({ DATA_DIR: database.dataDir, LOG_LEVEL: 'fatal', RATE_LIMITS: 'false' }),
    ...options.config,
  }
  const { dataSource } = database
  const readSource = database.unitOfWork.reader.dataSource
  const app: NestFastifyApplication = await createApplication({ config, present, dataSource, readSource })
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  await database.unitOfWork.run((tx) => writeDistrict(tx, app.get(PersonalData), present.now()))

  async function call<Body = Record<string, unknown>>(
    method: Method,
    path: string,
    { as, body, headers = {} }: Asking = {},
  ): Promise<Answered<Body>> {
    const answer = await app.inject({
      method,
      url: path.startsWith('/api') || path.startsWith('/open') ? path : `/api/v1${path}`,
      headers: { ...(as && { authorization: `Bearer ${as}` }), ...headers },
      ...(body && { payload: body }),
    })
    const text = answer.body
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      body: (isJson && text ? JSON.parse(text) : text) as Body,
      headers: answer.headers,
    }
  }

  interface Signed {
    accessToken: string
    refreshToken: string
    person: { id: string }
  }
  return {
    app,
    present,
    config,
    unitOfWork: database.unitOfWork,
    call,

    /** Signs a staff member of the seed in; answers the access token. */
    async staff(account: string): Promise<string> {
      const body = { account, password: demonstrationPassword }
      return (await call<Signed>('POST', '/sessions/staff', { body })).body.accessToken
    },

    /** Signs a resident in by phone code; answers the access token. */
    async resident(phone: string): Promise<string> {
      const { demoCode: code } = (
        await call<{ demoCode: string }>('POST', '/phone-codes', { body: { phone } })
      ).body
      return (await call<Signed>('POST', '/sessions/phone', { body: { phone, code } })).body.accessToken
    },

    /** A write that a phone may repeat, with a new idempotency key or the given one. */
    post<Body = Record<string, unknown>>(
      path: string,
      as: string,
      body: object = {},
      key: string = randomUUID(),
    ) {
      return call<Body>('POST', path, { as, body, headers: { 'idempotency-key': key } })
    },

    /** Areas, departments or categories are changed past the routes, and the server has come to know. */
    async changed(change: (tx: Tx) => Promise<unknown>): Promise<void> {
      await database.unitOfWork.run(async (tx) => {
        await change(tx)
        await raiseEdition(tx, 'district')
      })
      app.get(Editions).look()
    },

    async stop(): Promise<void> {
      await app.close()
      await database.drop()
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startApp>>
