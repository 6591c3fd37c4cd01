import { roles, ruleWorkdaysMax, urgencies } from '@minsheng/shared'
import { departmentKinds } from '../people/index.js'
import { areaLevels, entryKinds } from '../places/index.js'
import type { DistrictFile, DistrictFiles } from './district-files.js'

/** Says what is wrong with a value; undefined when it is in order. */
type Check = (value: unknown) => string | undefined
type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= longest
      ? undefined
      : `要写 1 到 ${longest} 个字`
const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    known.some((each) => each === value) ? undefined : `只能是 ${known.join('、')}`
const bool: Check = (value) => (typeof value === 'boolean' ? undefined : '只能是 true 或 false')
const code = text(40)
const scene: Check = (value) =>
  typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value)
    ? undefined
    : '只能用小写字母、数字和 -，最多 32 个'
const numberIn =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? undefined : `要在 ${least} 到 ${most} 之间`
const point: Check = (value) =>
  Array.isArray(value) && value.length === 2 && !numberIn(73, 136)(value[0]) && !numberIn(3, 54)(value[1])
    ? undefined
    : '要写 [经度, 纬度]，在国内'
const listOf =
  (each: Check, least = 0): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least) return least ? `至少要有 ${least} 个` : '要写成列表'
    return value.map(each).find(Boolean)
  }
const nullOr =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value)
const ifThere =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value)
const child: Check = (value) => (isRow(value) ? wrongField(leaf, value) : '要写成 { … }')

const leaf: Record<string, Check> = {
  code,
  name: text(40),
  urgency: oneOf(urgencies),
  evidence: bool,
  review: bool,
  followUp: ifThere(bool),
  words: listOf(text(40)),
  lookalikeMetres: ifThere(numberIn(1, 5000)),
}
const hour = numberIn(0, 24)
const span: Check = (value) =>
  isRow(value) && !hour(value.from) && !hour(value.until) ? undefined : '要写 from 和 until，0 到 24 点'
const shapes: Record<DistrictFile, Record<string, Check>> = {
  areas: {
    code,
    name: text(60),
    level: oneOf(areaLevels),
    parent: nullOr(code),
    center: point,
    polygon: listOf(point, 3),
  },
  departments: {
    code,
    name: text(60),
    kind: oneOf(departmentKinds),
    area: nullOr(code),
    duties: listOf(text(40)),
  },
  categories: { code, name: text(40), followUp: ifThere(bool), children: listOf(child, 1) },
  'routing-rules': {
    category: code,
    area: nullOr(code),
    department: nullOr(code),
    assisting: ifThere(listOf(code)),
    words: ifThere(listOf(text(20), 1)),
    months: ifThere(listOf(numberIn(1, 12), 1)),
    hours: ifThere(span),
    priority: ifThere(numberIn(-100, 100)),
    answerWorkdays: ifThere(numberIn(1, ruleWorkdaysMax)),
  },
  entries: {
    scene,
    kind: oneOf(entryKinds),
    area: nullOr(code),
    department: nullOr(code),
    words: text(60),
  },
  staff: {
    account: text(40),
    name: text(40),
    roles: listOf(oneOf(roles.filter((role) => role !== 'resident')), 1),
    department: nullOr(code),
    area: nullOr(code),
  },
}

function wrongField(shape: Record<string, Check>, row: Row): string | undefined {
  for (const [field, check] of Object.entries(shape)) {
    const wrong = check(row[field])
    if (wrong) return `${field} ${wrong}`
  }
  return undefined
}

const at = (file: DistrictFile, index: number, wrong: string): string =>
  `${file}.json 第 ${index + 1} 条：${wrong}`

/** What is wrong with the rows of one file by themselves. */
function wrongRows(file: DistrictFile, value: unknown): string[] {
  if (!Array.isArray(value)) return [`${file}.json：要写成列表 [ … ]`]
  return value.flatMap((row: unknown, index) => {
    const wrong = isRow(row) ? wrongField(shapes[file], row) : '要写成 { … }'
    return wrong ? [at(file, index, wrong)] : []
  })
}

/** Files whose rows are all in order by themselves. */
const isShaped = (read: Partial<Record<DistrictFile, unknown>>): read is DistrictFiles =>
  Object.keys(shapes).every((file) => read[file as DistrictFile] !== undefined)

/**
 * Everything that is wrong with what a district brings, in words with file and row, or the files when nothing is:
 * first the rows by themselves, then what they name.
 */
export function checkDistrict(
  read: Partial<Record<DistrictFile, unknown>>,
): { files: DistrictFiles; mistakes: [] } | { files: undefined; mistakes: string[] } {
  const mistakes = (Object.keys(shapes) as DistrictFile[]).flatMap((file) =>
    read[file] === undefined ? [] : wrongRows(file, read[file]),
  )
  if (mistakes.length > 0 || !isShaped(read)) return { files: undefined, mistakes }
  const wrongNames = wrongReferences(read)
  return wrongNames.length > 0 ? { files: undefined, mistakes: wrongNames } : { files: read, mistakes: [] }
}

/** What is named twice, and what is named but not there. */
function wrongReferences(files: DistrictFiles): string[] {
  const { areas, departments, categories, entries, staff } = files
  const leaves = categories.flatMap(({ children }) => children)
  const areaOf = new Map(areas.map((area) => [area.code, area]))
  const codes = {
    areas: new Set(areaOf.keys()),
    departments: new Set(departments.map((department) => department.code)),
    categories: new Set([...categories, ...leaves].map((category) => category.code)),
  }
  const missing = (of: keyof typeof codes, named: string | null, field: string): string[] =>
    named === null || codes[of].has(named) ? [] : [`${field} 写的 ${named} 在 ${of}.json 里没有`]
  const placed = ({ area, department }: { area: string | null; department: string | null }) => [
    ...missing('areas', area, 'area'),
    ...missing('departments', department, 'department'),
  ]
  const wrong = <File extends DistrictFile>(
    file: File,
    find: (row: DistrictFiles[File][number]) => string[],
  ): string[] => files[file].flatMap((row, index) => find(row).map((each) => at(file, index, each)))
  return [
    ...twice(
      'areas',
      areas.map((each) => each.code),
    ),
    ...twice(
      'departments',
      departments.map((each) => each.code),
    ),
    ...twice(
      'categories',
      [...categories, ...leaves].map((each) => each.code),
    ),
    ...twice(
      'entries',
      entries.map((each) => each.scene),
    ),
    ...twice(
      'staff',
      staff.map((each) => each.account),
    ),
    ...(areas.filter(({ level }) => level === 'district').length === 1
      ? []
      : ['areas.json：要有一个区，而且只有一个（level 是 district）']),
    ...wrong('areas', ({ level, parent }) => {
      const above = areaLevels[areaLevels.indexOf(level) - 1]
      if (parent === null) return above === undefined ? [] : ['parent 不能空着']
      const found = areaOf.get(parent)
      if (!found) return missing('areas', parent, 'parent')
      return found.level === above ? [] : [`parent 写的 ${parent} 不是上一级`]
    }),
    ...wrong('departments', ({ area }) => missing('areas', area, 'area')),
    ...wrong('routing-rules', ({ category, area, department, assisting = [] }) => [
      ...missing('categories', category, 'category'),
      ...placed({ area, department }),
      ...assisting.flatMap((each) => missing('departments', each, 'assisting')),
    ]),
    ...wrong('entries', placed),
    ...wrong('staff', placed),
  ]
}

const twice = (file: DistrictFile, codes: readonly string[]): string[] =>
  [...new Set(codes.filter((each, index) => codes.indexOf(each) !== index))].map(
    (each) => `${file}.json：${each} 写了两次`,
  )
