import { anySurname, plainSurname } from './surnames.js'

/** What stands for a number that was covered, and for a name. */
const covered = '***'
const somebody = '某'

const digit = '[0-9０-９]'
/** A digit, and what people put between two of them. */
const spaced = `${digit}[\\s－—–._·-]{0,3}`
const chineseDigit = '[〇零一二三四五六七八九幺]'
const chineseNumber = '[一二三四五六七八九十百]{1,5}'
const doorNumber = `(?:${digit}{1,5}|[A-Za-z]${digit}{0,4}|${chineseNumber}|[甲乙丙丁])`
/** One step on the way to a door. A 座 with a letter is a building, 一座 is none. */
const door = `(?:${doorNumber}(?:号楼|号院|栋|幢|单元|层|楼|室|弄)|${doorNumber}号(?=\\s*${doorNumber}(?:栋|幢|单元|室))|[A-Za-z]${digit}?座)`
const han = '\\p{Script=Han}'

const titles =
  '先生|女士|小姐|同志|老师|医生|大夫|护士|师傅|大爷|大妈|大娘|大叔|大婶|大姐|大哥|阿姨|叔叔|奶奶|爷爷|伯伯|嫂|老太太?|老人|老汉|经理|主任|书记|局长|科长|处长|所长|院长|校长|队长|站长|社长|镇长|村长|警官|法官|律师|老板|总|姓'
const roles =
  '居民|村民|市民|业主|住户|户主|群众|诉求人|当事人|投诉人|反映人|举报人|患者|病人|学生|家长|员工|工人|负责人|工作人员|经办人|联系人|社工|网格员|老板|店主|房东|租客|租户|司机|邻居'
const afterName = `(?=$|[^${han}]|反映|表示|确认|来电|诉求|投诉|本人|家中|家里|称|说|已|于)`

type Rule = readonly [pattern: RegExp, replacement: string]
const rule = (source: string, replacement: string, flags = 'gu'): Rule => [
  new RegExp(source, flags),
  replacement,
]

/**
 * What leads to a person, from the surest to the vaguest. Covering too much costs a reader a word; covering too
 * little costs a person his peace, so numbers of seven digits or more are covered whatever they are.
 */
const rules: readonly Rule[] = [
  rule('[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+', covered),
  rule(`(微信|QQ|扣扣|抖音)(号码?)?([:：是为]{0,2})\\s*[A-Za-z0-9_-]{5,}`, `$1$2$3${covered}`, 'giu'),
  rule('MS\\d{8}-\\d{4,}-\\d', covered, 'gi'),
  // ID numbers, phones, bank cards, account numbers; the last digit of an ID number may be an X.
  rule(`\\+?(?:${spaced}){6,}${digit}[Xx]?`, covered),
  rule(`${chineseDigit}{7,}`, covered),
  rule(
    '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][\\s·•.-]?[A-Za-z0-9]{4,5}[A-Za-z0-9挂学警港澳使领]',
    covered,
  ),
  // Doors, from the street's number down to the room: 3号楼2单元501室, 12号院, 迎宾路88号, 3-2-501, 3#501.
  rule(`${doorNumber}[－#＃-]${doorNumber}(?:[－#＃-]${doorNumber})*(?:号?楼?室?)?`, covered),
  rule(`([路街巷道里弄村院苑园庄湾])${doorNumber}号(?:楼|院|附${digit}+)?`, `$1${covered}`),
  rule(`(?:${door}\\s*)*${door}(?:\\s*${digit}{3,4}(?!${digit}|[元人户米件次个年]))?`, covered),
  // Names: 张先生, 我姓张, 我叫张小明, 业主张小明反映.
  rule(`${anySurname}${han}{0,2}(?=(?:${titles}))`, somebody),
  rule(`(姓名|联系人|名叫|我叫|叫做|本人叫)([:：是为]{0,2}\\s*)${han}{2,4}${afterName}`, `$1$2${somebody}`),
  rule(`(我|本人|他|她|人)姓${han}`, `$1姓${somebody}`),
  rule(`(${roles})([:：]?\\s*)${plainSurname}${han}{1,2}?${afterName}`, `$1$2${somebody}`),
  rule(`[小老](?!时)${anySurname}${afterName}`, somebody),
]

/**
 * Text for the public: phones, ID and account numbers, plates, doors and names are covered. DESIGN, rules of the
 * house 8. No rule finds everything: what a resident wrote is therefore not published at all, only what a
 * department answered, and that through here (docs/adr/0045).
 */
export const redact = (text: string): string =>
  rules.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), text)
