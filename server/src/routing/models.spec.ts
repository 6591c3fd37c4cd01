import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, get, idOf, must, noise, post } from '../handling/a-need.fixture.js'
import type { WhyView } from '../handling/why.dto.js'
import { Staff } from '../people/index.js'
import { Editions } from '../platform/editions.js'
import { Warnings } from '../platform/warnings.js'
import type { Basis } from './classifier/site-training.js'
import { figureLines } from './model-words.js'
import { ModelKeeping } from './model-keeping.js'
import { RoutingModel } from './routing-model.entity.js'
import { FEWEST_TEXTS, SiteLearning } from './site-learning.js'
import { SiteTextStore } from './site-texts.js'

/** What people of this city alone call its shuttle boats: nobody has written it into the corpus. */
const shuttle = '摆摆渡今天又没开，等了一个上午'
const bus = 'transport.bus'
const litter = 'urban.litter'

let server: TestApp
let folder: string
let ledger: string
let admin: string
beforeAll(async () => {
  server = await startApp()
  folder = await mkdtemp(join(tmpdir(), 'minsheng-ledger-'))
  ledger = join(folder, 'ledger.csv')
  await writeFile(ledger, `id,category,subject,detail\n${lines(240).join('\n')}\n`)
  admin = (await server.unitOfWork.reader.findOneByOrFail(Staff, { account: 'guanli' })).id
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.stop()
})

/** Numbers of their own in words, so that no two lines are one text. */
const numeral = (n: number) => [...String(n)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')
const lines = (count: number): string[] =>
  Array.from({ length: count }, (_, n) =>
    n % 2 === 0
      ? `${n},公交,摆摆渡第${numeral(n)}趟没来,摆摆渡误点${numeral(n * 7)}分`
      : `${n},${litter},垃圾桶第${numeral(n)}号满了,垃圾没人清运${numeral(n * 3)}天`,
  )
/** Instead of the whole corpus, which takes long to learn. */
const basis: Basis = {
  corpus: ['公交车不来', '公交站太远', '垃圾没人收', '垃圾桶太少'].map((text, origin) => ({
    code: text.startsWith('公交') ? bus : litter,
    text,
    origin,
  })),
  ordinary: [],
}

const learning = () => server.app.get(SiteLearning)
/** Decides as a command does: in a process of its own, with nothing in memory that the server has. */
const elsewhere = () =>
  new ModelKeeping(server.unitOfWork, server.present, new Editions(server.unitOfWork, server.present))
const fiveSecondsLater = () => server.present.set(new Date(server.present.now().getTime() + 5_000))
const filed = async () => {
  const need = await aNeed(server, { text: shuttle }).there()
  const { steps } = must(await get<WhyView>(server, 'fenpai', `/needs/${need.id}/why`))
  return { model: steps[0]?.routing?.model, guess: steps[0]?.routing?.guesses[0]?.category.id }
}

describe('a model that is trained on a ledger', () => {
  it('waits for a person, and is measured beside the one that is live', async () => {
    const { version, figures } = await learning().learn(admin, ledger, basis)
    expect(version).toBe(1)
    expect(figures.learned + figures.judged + figures.measured).toBe(240)
    expect(figures.after.accuracy).toBeGreaterThan(figures.before.accuracy)
    expect(figures.after.curve.map(({ coverage }) => coverage)).toContain(0.9)
    expect((await filed()).model).toBe('0')
    const [entry] = await elsewhere().all()
    expect(entry).toMatchObject({ version: 1, state: 'candidate', madeById: admin, source: 'ledger.csv' })
    expect(figureLines(figures, (code) => code).join('\n')).toContain('分类正确')
  })

  it('is the same from the same texts, to the byte', async () => {
    const { version } = await learning().learn(admin, ledger, basis)
    const [one, two] = await Promise.all(
      [1, version].map((each) => server.unitOfWork.reader.findOneBy(RoutingModel, { version: each })),
    )
    expect(two?.bytes).toBe(one?.bytes)
  })

  it('routes in a running server five seconds after a person has made it live', async () => {
    await elsewhere().makeLive(admin, 1)
    fiveSecondsLater()
    expect(await filed()).toEqual({ model: '1', guess: await idOf(server, 'category', bus) })
    expect((await elsewhere().all()).find(({ version }) => version === 1)).toMatchObject({
      state: 'live',
      decidedById: admin,
    })
  })

  it('cannot be made live twice, nor one that nobody has made', async () => {
    await expect(elsewhere().makeLive(admin, 1)).rejects.toMatchObject({ code: 'routing_model_live' })
    await expect(elsewhere().makeLive(admin, 99)).rejects.toMatchObject({ code: 'routing_model_not_found' })
  })

  it('is taken back by one decision: the one before it routes again, and at last the shipped one', async () => {
    await elsewhere().makeLive(admin, 2)
    fiveSecondsLater()
    expect((await filed()).model).toBe('2')
    expect(await elsewhere().rollBack(admin)).toBe(1)
    fiveSecondsLater()
    expect((await filed()).model).toBe('1')
    expect(await elsewhere().rollBack(admin)).toBe(0)
    fiveSecondsLater()
    expect((await filed()).model).toBe('0')
    await expect(elsewhere().rollBack(admin)).rejects.toMatchObject({ code: 'routing_model_shipped' })
  })

  it('keeps with a need the version that routed it, whatever is live later', async () => {
    const need = await aNeed(server, { text: shuttle }).there()
    await elsewhere().makeLive(admin, 1)
    fiveSecondsLater()
    const { steps } = must(await get<WhyView>(server, 'fenpai', `/needs/${need.id}/why`))
    expect(steps[0]?.routing?.model).toBe('0')
    await elsewhere().rollBack(admin)
    fiveSecondsLater()
  })
})

describe('a model that cannot be read', () => {
  it('is loud, and the shipped one routes', async () => {
    const version = await elsewhere().add(admin, {
      bytes: Buffer.from('nothing'),
      figures: (await elsewhere().all())[0]?.figures ?? Object.create(null),
      source: 'database',
    })
    await elsewhere().makeLive(admin, version)
    fiveSecondsLater()
    expect((await filed()).model).toBe('0')
    expect(server.app.get(Warnings).all()).toContain(`routing_model_unreadable:${version}`)
    await elsewhere().rollBack(admin)
    fiveSecondsLater()
    expect((await filed()).model).toBe('0')
    expect(server.app.get(Warnings).all()).not.toContain(`routing_model_unreadable:${version}`)
  })
})

describe('what is learned from', () => {
  it('is refused when it is too little, with what is strange in it', async () => {
    const small = join(folder, 'small.csv')
    await writeFile(small, `id,category,subject\n${['1,月球,停水', ...lines(4)].join('\n')}\n`)
    await expect(learning().learn(admin, small, basis)).rejects.toMatchObject({
      code: 'too_few_texts',
      title: expect.stringMatching(new RegExp(`至少要 ${FEWEST_TEXTS} 条.*月球`)),
    })
  })

  it('is the closed needs of the database, and what dispatchers said of others', async () => {
    await expect(learning().learn(admin, 'database', basis)).rejects.toMatchObject({ code: 'too_few_texts' })
    const closed = await aNeed(server).accepted().there()
    await server.unitOfWork.run((tx) =>
      tx.query(`UPDATE need SET state = 'closed' WHERE id = '${closed.id}'`),
    )
    const vague = await aNeed(server, { text: '摆摆渡的事请管一管' }).there()
    must(
      await post(server, 'fenpai', `/needs/${vague.id}/acts/dispatch`, {
        categoryId: await idOf(server, 'category', bus),
        departmentId: await idOf(server, 'department', 'chengguan'),
      }),
    )
    const { texts } = await server.app.get(SiteTextStore).ofDatabase()
    expect(texts).toEqual(
      expect.arrayContaining([
        { code: 'environment.constructionNoise', text: noise },
        { code: bus, text: '摆摆渡的事请管一管' },
      ]),
    )
    expect(texts).toHaveLength(2)
  })
})
