import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { redact } from './redaction.js'

describe('a public text', () => {
  it.each([
    ['电话13812346021，白天打', '电话***，白天打'],
    ['电话138 1234 6021', '电话***'],
    ['电话138-1234-6021', '电话***'],
    ['电话１３８１２３４６０２１', '电话***'],
    ['电话幺三八一二三四六零二一', '电话***'],
    ['拨打+86 13812346021或0731-88880000', '拨打***或***'],
    ['单位电话 6378123', '单位电话 ***'],
    ['加微信 wang_1982 或QQ：12345', '加微信*** 或QQ：***'],
    ['发到 zhang.san@example.com 就行', '发到 *** 就行'],
  ])('has no way to call anybody: %s', (text, shown) => {
    expect(redact(text).replaceAll(' ', '')).toBe(shown.replaceAll(' ', ''))
  })

  it.each([
    ['身份证379901198203041234', '身份证***'],
    ['身份证37990119820304123X', '身份证***'],
    ['卡号6222 0212 3456 7890 123', '卡号***'],
    ['受理编号MS20261121-0042-7', '受理编号***'],
  ])('has no number that stands for somebody: %s', (text, shown) => {
    expect(redact(text)).toBe(shown)
  })

  it.each(['鲁A12345', '京N·8K7A1', '粤 B12345D'.replace(' ', ''), '沪AD12345', '苏e9K21警'])(
    'has no plate: %s',
    (plate) => {
      expect(redact(`白色轿车${plate}占道`)).toBe('白色轿车***占道')
    },
  )

  it.each([
    ['幸福小区3号楼2单元501室漏水', '幸福小区***漏水'],
    ['幸福小区3栋501漏水', '幸福小区***漏水'],
    ['三单元五楼漏水', '***漏水'],
    ['新桥社区12号院3单元', '新桥社区***'],
    ['迎宾路88号门口', '迎宾路***门口'],
    ['3-2-501 住户', '*** 住户'],
    ['A座1203室', '***'],
  ])('leads to no door: %s', (text, shown) => {
    expect(redact(text)).toBe(shown)
  })

  it.each([
    ['已与张先生联系', '已与某先生联系'],
    ['已与欧阳娜女士沟通', '已与某女士沟通'],
    ['王大爷的补贴已到账', '某大爷的补贴已到账'],
    ['我叫李小明，住在附近', '我叫某，住在附近'],
    ['我姓赵', '我姓某'],
    ['联系人：陈建国', '联系人：某'],
    ['业主刘芳反映漏水', '业主某反映漏水'],
    ['居民王秀兰表示满意', '居民某表示满意'],
    ['老李说修好了', '某说修好了'],
    ['社区刘主任到场', '社区某主任到场'],
  ])('names nobody: %s', (text, shown) => {
    expect(redact(text)).toBe(shown)
  })

  it.each([
    '11月21日更换线路与灯头3盏，照明正常。',
    '铺设污水支管180米，路边沟加盖板。',
    '三个月共5400元已补发，延期部分上浮两成。',
    '救助站40分钟到场，送去棉衣热饭。',
    '群众高度评价，方便了出行。',
    '公交3号线12月1日起延长到晚上10点。',
    '小区南门路灯修好了，老人出门方便。',
    '处罚款一万元，责令停业整改七天。',
    '拨打12345或110都可以。',
    '老师态度已改进，医院增加了窗口。',
    '机井每小时出水40吨，清掏化粪池一座。',
    '受理后24小时内联系，3户人家恢复供水。',
  ])('still says what was done: %s', (text) => {
    expect(redact(text)).toBe(text)
  })

  const words = fc.stringMatching(/^[的了在南门路灯修好请看，。 ]{0,12}$/)
  const separator = fc.constantFrom('', ' ', '-', ' - ', '.', '·')
  it('never shows a mobile number, however it is written', () => {
    fc.assert(
      fc.property(words, fc.stringMatching(/^1[3-9]\d{9}$/), separator, words, (before, phone, by, after) => {
        const written = `${before}${phone.slice(0, 3)}${by}${phone.slice(3, 7)}${by}${phone.slice(7)}${after}`
        expect(redact(written)).not.toMatch(/\d{3}/)
      }),
    )
  })

  it('never shows an ID number', () => {
    const idNumber = fc.stringMatching(/^[1-8]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d)\d{3}[\dXx]$/)
    fc.assert(
      fc.property(words, idNumber, words, (before, number, after) => {
        expect(redact(before + number + after)).not.toMatch(/[\dXx]/)
      }),
    )
  })

  it('is covered once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(redact(redact(text))).toBe(redact(text))
      }),
    )
  })
})
