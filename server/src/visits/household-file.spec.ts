import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { PersonalData } from '../people/index.js'
import { Area } from '../places/index.js'
import { download, worker } from './a-grid.fixture.js'
import { checkHouseholds, enterHouseholds } from './household-file.js'

const grid = '37990100100401'
const row = { grid, building: '3 号楼', unit: '1 单元', room: '101' }

let server: TestApp
let grids: ReadonlySet<string>
beforeAll(async () => {
  server = await startApp()
  const all = await server.unitOfWork.reader.findBy(Area, { level: 'grid' })
  grids = new Set(all.map(({ code }) => code))
}, 300_000)
afterAll(() => server.stop())

const enter = async (read: unknown): Promise<number> => {
  const { rows, mistakes } = await checkHouseholds(read, grids)
  expect(mistakes).toEqual([])
  const { unitOfWork, present, app } = server
  return unitOfWork.run((tx) => enterHouseholds(tx, app.get(PersonalData), rows, present.now()))
}

describe('a file of households', () => {
  it('is entered, and what is there already is left alone', async () => {
    const residents = [{ name: '周桂兰', phone: '19900000099', relation: '户主' }]
    expect(
      await enter([
        { ...row, marks: ['aged80'], residents },
        { grid, building: '平房', room: '5' },
      ]),
    ).toBe(2)
    expect(
      await enter([
        { ...row, note: '另一份名单' },
        { ...row, room: '102' },
      ]),
    ).toBe(1)
    const { households } = await download(server, worker)
    expect(households.map(({ building, unit, room }) => [building, unit, room])).toEqual([
      ['3 号楼', '1 单元', '101'],
      ['平房', '', '5'],
      ['3 号楼', '1 单元', '102'],
    ])
    expect(households[0]).toMatchObject({
      ...{ marks: ['aged80'], note: null, residents: [{ name: '周桂兰', phoneMasked: '199****0099' }] },
    })
  })

  it('is refused with all its mistakes, each with its row', async () => {
    const residents = [{ name: '周桂兰', idNumber: '110105194912310021' }]
    const read = [
      row,
      { ...row, room: '' },
      { ...row, grid: '1', room: '2' },
      row,
      5,
      { ...row, room: '6', residents },
    ]
    expect((await checkHouseholds(read, grids)).mistakes).toEqual([
      '第 2 行：room 要写房号，1 到 10 个字',
      '第 3 行：没有代码为 1 的网格',
      '第 4 行：这一户前面已经有了',
      '第 5 行：grid 要写网格的代码',
      '第 5 行：building 要写楼号，1 到 20 个字',
      '第 5 行：room 要写房号，1 到 10 个字',
      '第 6 行：residents.0.idNumber 身份证号不对，请核对 18 位号码',
    ])
    expect((await checkHouseholds({}, grids)).mistakes).toHaveLength(1)
  })
})
