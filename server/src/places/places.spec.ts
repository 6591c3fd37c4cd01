import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { insertRows } from '../platform/database/index.js'
import { PeopleModule } from '../people/index.js'
import { type Parts, startParts } from '../people/parts.fixture.js'
import { Area, type AreaLevel, PlacesModule } from './index.js'

interface SeededArea {
  code: string
  name: string
  level: AreaLevel
  parent: string | null
  center: [number, number]
  polygon: [number, number][]
}

let parts: Parts
beforeAll(async () => {
  parts = await startParts([PeopleModule, PlacesModule])
  const text = await readFile(join(import.meta.dirname, '../../seed/areas.json'), 'utf8')
  const areas = (JSON.parse(text) as SeededArea[]).map(({ code, name, level, parent, center, polygon }) => {
    const [longitude, latitude] = center
    return { id: code, code, name, level, parentId: parent, longitude, latitude, polygon }
  })
  await parts.write((tx) => insertRows(tx, Area, areas))
})
afterAll(() => parts.stop())

const get = async (path: string) => {
  const answer = await parts.app.inject({ url: `/api/v1/${path}` })
  return { status: answer.statusCode, body: answer.json() }
}

it('lists the communities of the district with their streets', async () => {
  const { items } = (await get('areas?level=community')).body
  expect(items.length).toBeGreaterThanOrEqual(25)
  expect(items[0]).toEqual({
    id: expect.any(String),
    name: expect.stringMatching(/社区|村/),
    level: 'community',
    parentId: expect.any(String),
    streetName: expect.stringMatching(/街道|镇/),
    latitude: expect.any(Number),
    longitude: expect.any(Number),
  })
  expect((await get('areas')).body.items.length).toBeGreaterThan(items.length)
})

it('finds each community at its own centre', async () => {
  for (const { name, latitude, longitude } of (await get('areas?level=community')).body.items) {
    const { area } = (await get(`areas/locate?latitude=${latitude}&longitude=${longitude}`)).body
    expect(area?.name).toBe(name)
  }
})

it('finds each grid at its own centre', async () => {
  const { items } = (await get('areas?level=grid')).body
  for (const { parentId, latitude, longitude } of items)
    expect((await get(`areas/locate?latitude=${latitude}&longitude=${longitude}`)).body.area?.id).toBe(
      parentId,
    )
})

it('says null for a place outside of the district', async () => {
  expect((await get('areas/locate?latitude=31.23&longitude=121.47')).body).toEqual({ area: null })
})

it('explains what is wrong with a query', async () => {
  expect((await get('areas?level=planet')).body).toMatchObject({ status: 400, title: '没有这一级区划' })
  const missing = await get('areas/locate?latitude=91&longitude=x')
  expect(missing.body.errors).toEqual([
    { field: 'latitude', message: '位置不对，请重新定位' },
    { field: 'longitude', message: '位置不对，请重新定位' },
  ])
})
