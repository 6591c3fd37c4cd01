/** Words that a place's name ends with: 翠堤小区, 望江路, 青石镇, 第二中学. */
const endings =
  '小区|花园|家园|公寓|大厦|广场|公园|社区|街道|市场|学校|学院|大学|中学|小学|幼儿园|医院|车站|大道|高速|隧道|大桥|公司|集团|酒店|楼盘|工地|[路街巷苑园城府湾镇村桥湖山站里庭邸居墅郡寓轩线]'
const ending = new RegExp(endings, 'gu')
/** So many characters before an ending are a name at most. */
const LONGEST = 4
const before = /[\p{Script=Han}0-9]{2,4}$/u

/**
 * What could be names of places in a text, without a list of names: up to four characters before an ending. Nobody
 * says where a name begins (星沙四区凉塘路), so each length is given; the true one is what several texts have in
 * common, and the others are rare and weigh nothing between them.
 */
export function placeNamesIn(text: string): string[] {
  return [...text.matchAll(ending)].flatMap(({ 0: end, index }) => {
    const start = [...(before.exec(text.slice(Math.max(0, index - LONGEST), index))?.[0] ?? '')]
    return [2, 3, 4]
      .filter((length) => length <= start.length)
      .map((length) => `${start.slice(-length).join('')}${end}`)
  })
}
