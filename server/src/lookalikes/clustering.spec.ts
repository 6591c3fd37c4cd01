import { describe, expect, it } from '@jest/globals'
import { bCubed } from './b-cubed.js'
import { clusterWritings } from './clustering.js'
import { kin } from './kin.js'
import { Portraits } from './likeness.js'
import { finish } from './steps.js'

const noise = [
  '丰泽小区二栋楼上天天装修，周末也不停',
  '希望在河西新建一座图书馆',
  '社保卡丢了怎么补办',
  '孩子户口在外地，能不能在这边上小学',
  '公园里的健身器材断了一根',
  '想问高龄津贴什么时候发',
  '楼道里堆满杂物，过不去人',
  '出租车绕路多收了二十块',
]
const dust = [
  '青石镇搅拌站粉尘太大，窗户不敢开',
  '青石镇的搅拌站日夜扬尘，家里桌上一层灰',
  '请查一查青石镇搅拌站粉尘污染',
  '搅拌站离青石镇小学只有一百米，粉尘让孩子咳嗽',
]
const night = [
  '锦绣家园楼下夜宵摊油烟直排',
  '锦绣家园夜宵摊吵到凌晨，油烟熏人',
  '锦绣家园门口夜宵摊油烟没人管',
]
const elsewhere = ['碧水湾公寓一楼烧烤店排烟对着窗户', '碧水湾公寓烧烤店凌晨还在排烟']

const grouped = (texts: string[]) =>
  finish(clusterWritings(texts.map((text) => ({ title: text.slice(0, 24), text })))).map((members) =>
    members.map((at) => texts[at] ?? '').sort(),
  )

describe('clusters', () => {
  it('puts what is about one place and one problem together, and leaves the rest alone', () => {
    const groups = grouped([...noise, ...dust, ...night])
    expect(groups).toEqual([[...dust].sort(), [...night].sort()])
  })

  it('keeps the same problem at two places apart', () => {
    const groups = grouped([...noise, ...dust, ...night, ...elsewhere])
    expect(groups).toContainEqual([...night].sort())
    expect(groups).toContainEqual([...elsewhere].sort())
  })

  it('keeps a thousand who say the same in one group', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `青石镇自来水管爆了，第${i % 7}天没水用`)
    const [largest] = grouped([...noise, ...dust, ...many])
    expect(largest).toHaveLength(1000)
  })

  it('of nothing are none', () => {
    expect(grouped([])).toEqual([])
    expect(grouped(['', '', '路灯'])).toEqual([])
  })

  it('tells to which of them another one belongs, if to any', () => {
    const writing = (text: string) => ({ title: text.slice(0, 24), text })
    const portraits = new Portraits()
    const known = finish(portraits.among([...dust, ...night].map(writing)))
    const groupOf = finish(kin([known.slice(0, dust.length), known.slice(dust.length)]))
    const others = ['锦绣家园的夜宵摊油烟太重', '青石镇搅拌站又在扬尘', ...noise].map(writing)
    expect(others.map((other) => groupOf(portraits.like(other)))).toEqual([
      1,
      0,
      ...noise.map(() => undefined),
    ])
  })

  it('lets others in between', () => {
    let rests = 0
    const steps = clusterWritings(
      Array.from({ length: 1200 }, (_, i) => ({ title: '', text: `青石镇第${i}号` })),
    )
    for (let step = steps.next(); !step.done; step = steps.next()) rests += 1
    expect(rests).toBeGreaterThan(2)
  })
})

describe('B-cubed', () => {
  it('is whole when the groups are the topics', () => {
    const items = [...'aabbb'].map((topic) => ({ topic, group: topic }))
    expect(bCubed(items)).toEqual({ bcubedP: 1, bcubedR: 1, bcubedF1: 1 })
  })

  it('counts a group of two topics against precision, and a topic in two groups against recall', () => {
    const mixed = bCubed([...'aabb'].map((topic) => ({ topic, group: 'all' })))
    expect(mixed).toMatchObject({ bcubedP: 0.5, bcubedR: 1 })
    const torn = bCubed([...'xyxy'].map((group) => ({ topic: 'one', group })))
    expect(torn).toMatchObject({ bcubedP: 1, bcubedR: 0.5 })
    expect(torn.bcubedF1).toBeCloseTo(2 / 3)
  })
})
