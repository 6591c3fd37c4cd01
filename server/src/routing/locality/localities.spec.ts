import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../../test/app.fixture.js'
import { aNeed, areaOf, get, idOf, must } from '../../handling/a-need.fixture.js'
import type { WhyView } from '../../handling/why.dto.js'
import { insertRows, newId } from '../../platform/database/index.js'
import { RoutingExample } from '../routing-example.entity.js'
import { Localities } from './localities.js'
import { ENOUGH } from './town-guessing.js'

const atTheSite = '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着'
const inTheVillage = '李家村三组盖房子夜里施工噪音太大，半夜还在打桩'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const filed = async (text: string) =>
  aNeed(server, { text, areaId: await areaOf(server, '望江门社区') }).there()

/** As if dispatchers had given what is in the village to the street, and the rest to the bureau, so often each. */
async function decide(times: number): Promise<void> {
  const categoryId = await idOf(server, 'category', 'environment.constructionNoise')
  const sides = [
    { needId: (await filed(inTheVillage)).id, departmentId: await idOf(server, 'department', 'wangjiang') },
    { needId: (await filed(atTheSite)).id, departmentId: await idOf(server, 'department', 'chengguan') },
  ]
  const at = server.present.now()
  const rows = Array.from({ length: times }, () => sides)
    .flat()
    .map((side): RoutingExample => ({
      ...side,
      id: newId(at),
      source: 'dispatcher',
      categoryId,
      guessedCategoryId: null,
      at,
    }))
  await server.unitOfWork.run((tx) => insertRows(tx, RoutingExample, rows))
  await server.app.get(Localities).reload()
}
const firstStep = async (id: string) =>
  must(await get<WhyView>(server, 'fenpai', `/needs/${id}/why`)).steps[0]?.routing

it('gives a matter to the street once dispatchers have shown often enough that it is theirs', async () => {
  const [bureau, street] = [
    await idOf(server, 'department', 'chengguan'),
    await idOf(server, 'department', 'wangjiang'),
  ]
  await decide(ENOUGH.all / 2 - 1)
  const before = await filed(inTheVillage)
  expect((await before.row()).departmentId).toBe(bureau)
  expect((await firstStep(before.id))?.town).toBeNull()

  await decide(ENOUGH.all)
  const village = await filed(inTheVillage)
  expect((await village.row()).departmentId).toBe(street)
  expect(await firstStep(village.id)).toMatchObject({
    outcome: 'sure',
    rule: { department: { id: bureau } },
    town: { isTaken: true },
  })
  const site = await filed(atTheSite)
  expect((await site.row()).departmentId).toBe(bureau)
  expect((await firstStep(site.id))?.town).toMatchObject({ isTaken: false })
}, 60_000)
