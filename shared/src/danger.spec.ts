import { describe, expect, it } from '@jest/globals'
import { dangerAdvice, dangerIn, dangerKinds } from './danger.js'

describe('words of danger', () => {
  it.each([
    ['fire', '三号楼着火了，快来人'],
    ['fire', '楼道里电动车起火'],
    ['fire', '隔壁发生火灾'],
    ['fire', '配电箱冒浓烟'],
    ['fire', '煤气罐爆炸了'],
    ['gas', '家里有很重的煤气味'],
    ['gas', '楼下燃气管道漏了'],
    ['gas', '天然气泄漏，整栋楼都闻到'],
    ['gas', '阀门一直漏气'],
    ['injury', '有老人摔倒受伤流血'],
    ['injury', '电梯困人，里面有孩子'],
    ['injury', '孩子掉进窨井了'],
    ['injury', '有人落水'],
    ['injury', '救命啊'],
    ['suicide', '我不想活了'],
    ['suicide', '有人要跳楼'],
    ['crime', '有人持刀在小区里'],
  ])('are found: %s in “%s”', (kind, text) => {
    expect(dangerIn(text)).toEqual([kind])
  })

  it.each([
    '小区堆放杂物有火灾隐患',
    '希望社区组织消防演练',
    '建议开展火灾逃生培训',
    '电动车飞线充电，容易引发火灾',
    '消防通道被占，万一着火消防车进不来',
    '煤气费太贵',
    '天然气安装要等多久',
    '燃气热水器漏水没人修',
    '燃气公司的计费有漏洞',
    '救命药报销比例太低',
    '物业挪用了业主的救命钱',
    '外墙落水管破损',
    '夜里大货车噪音影响年轻生命健康',
    '商场写着跳楼价',
    '物业捆绑收费，是道德绑架',
    '共享单车轮胎漏气',
    '外卖行业爆炸式增长，骑手乱停车',
    '路灯不亮',
    '',
  ])('are not found in “%s”', (text) => {
    expect(dangerIn(text)).toEqual([])
  })

  it('still count beside a harmless phrase', () => {
    expect(dangerIn('早说过有火灾隐患，现在真的着火了')).toEqual(['fire'])
    expect(dangerIn('落水管旁边有人落水')).toEqual(['injury'])
  })

  it('name several dangers in the order of the table', () => {
    expect(dangerIn('有人持刀砍伤邻居，邻居流血，屋里着火')).toEqual(['fire', 'injury', 'crime'])
  })

  it('say the same when asked again', () => {
    const twice = [1, 2].map(() => dangerIn('有火灾隐患，救命药没有报销，楼上着火'))
    expect(twice).toEqual([['fire'], ['fire']])
  })

  it('each have a number to call, and words that name it', () => {
    for (const kind of dangerKinds) expect(dangerAdvice[kind].words).toContain(dangerAdvice[kind].phone)
  })
})
