import { describe, expect, it } from '@jest/globals'
import { type Candidate, rank } from './ranking.js'

const here = { latitude: 30.28, longitude: 120.15 }
/** So many metres to the north. */
const northOf = (metres: number) => ({ ...here, latitude: here.latitude + metres / 111_195 })
const asked = (text: string, categoryIds: string[] = ['lamp']) => ({
  title: text.slice(0, 24),
  text,
  point: here,
  categoryIds,
})
const candidate = (text: string, more: Partial<Candidate> = {}): Candidate => ({
  title: text.slice(0, 24),
  text,
  point: northOf(50),
  categoryId: 'other',
  within: 250,
  ...more,
})
/** What else people near by have written in the same field. */
const others = [
  '文昌巷的公厕锁着门，买菜的老人找不到厕所',
  '滨河步道上有人遛狗不牵绳',
  '菜场外面摆摊占了半条路，车过不去',
  '楼顶有人搭铁皮房，消防通道也堵了',
].map((text) => candidate(text))

describe('what may be the same thing', () => {
  it.each([
    ['翠堤小区门口的路灯坏了三天，晚上一片漆黑', '路灯不亮，翠堤小区大门这边晚上看不见路'],
    ['垃圾桶满出来没人收，臭死了', '我们楼下垃圾桶满了几天没人来收，臭得开不了窗'],
    ['青石路下雨就积水，车子都熄火', '一下雨青石路积水到膝盖，请修一下下水道'],
    ['夜宵摊半夜还在划拳，吵得睡不着', '楼下夜宵摊吵到两点，小孩都睡不着'],
    ['井盖翘起来了怕绊倒人', '人行道上井盖翘起来一块，昨天绊倒一个老人'],
    ['工地凌晨还在打桩', '隔壁工地凌晨三点打桩，能不能管管'],
  ])('of one category, before all others: %s — %s', (mine, theirs) => {
    const same = others.map((other) => ({ ...other, categoryId: 'lamp' }))
    const [best] = rank(asked(mine), [...same, candidate(theirs, { categoryId: 'lamp' })])
    expect(best?.row.text).toBe(theirs)
  })

  it.each([
    ['污水从井盖里冒出来，流了一路', '井盖里冒污水，流了一路，没法走'],
    ['小区北门口的垃圾没人清，堆成山', '北门口垃圾堆成山没人清'],
  ])('whatever the category, in nearly the same words: %s — %s', (mine, theirs) => {
    expect(rank(asked(mine, []), [...others, candidate(theirs)])).toHaveLength(1)
  })

  it.each([
    ['翠堤小区门口的路灯坏了三天', '翠堤小区门口乱停车，救护车都进不来'],
    ['青石路下雨就积水', '青石路的公交车等了四十分钟'],
    ['垃圾桶满出来没人收', '健身器材断了一根，没人修'],
    ['请领导尽快处理一下，谢谢，路灯不亮', '请领导尽快处理一下，谢谢，树枝挡住窗户了'],
    ['您好，希望有关部门尽快解决：停水两天了', '您好，希望有关部门尽快解决：宽带装不上'],
  ])('not of another category at the same place: %s — %s', (mine, theirs) => {
    expect(rank(asked(mine, []), [...others, candidate(theirs)])).toEqual([])
  })

  it('shows what is of the same category whatever its words, and no farther off than the category says', () => {
    const near = candidate('黑咕隆咚的', { categoryId: 'lamp', point: northOf(240) })
    const far = candidate('黑咕隆咚的', { categoryId: 'lamp', point: northOf(260) })
    const short = candidate('黑咕隆咚的', { categoryId: 'lamp', point: northOf(120), within: 100 })
    const found = rank(asked('路灯不亮'), [far, near, short])
    expect(found.map(({ row }) => row)).toEqual([near])
    expect(found[0]?.metres).toBeCloseTo(240, 0)
  })

  it('puts the likeliest first, and of equals the nearer one', () => {
    const same = candidate('小区东门路灯不亮', { categoryId: 'lamp', point: northOf(200) })
    const [far, near] = [180, 20].map((metres) =>
      candidate('一片漆黑', { categoryId: 'lamp', point: northOf(metres) }),
    )
    const found = rank(asked('小区东门路灯不亮了'), [far, near, same] as Candidate[])
    expect(found.map(({ row }) => row)).toEqual([same, near, far])
  })
})
