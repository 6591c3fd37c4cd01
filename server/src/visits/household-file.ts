import { type CareMark, careMarks } from '@minsheng/shared'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator'
import type { PersonalData } from '../people/index.js'
import { Area } from '../places/index.js'
import type { Tx } from '../platform/database/index.js'
import { Problem } from '../platform/problem.js'
import { validation } from '../platform/validation.js'
import { Length, MaxLength } from '../platform/words.js'
import { Household } from './household.entity.js'
import { HouseholdResidentBody } from './household.dto.js'
import { type NewHousehold, writeHouseholds } from './writing-households.js'

/** One row of a file of households. */
export class HouseholdRow {
  @Length(1, 40, { message: '要写网格的代码' })
  grid: string

  @Length(1, 20, { message: '要写楼号，1 到 20 个字' })
  building: string

  @IsOptional()
  @IsString({ message: '要写单元，或不写' })
  @MaxLength(10, { message: '最多 10 个字' })
  unit?: string

  @Length(1, 10, { message: '要写房号，1 到 10 个字' })
  room: string

  @IsOptional()
  @IsArray({ message: '要写成列表' })
  @ArrayUnique({ message: '有重复' })
  @IsIn(careMarks, { each: true, message: `只能是 ${careMarks.join('、')}` })
  marks?: CareMark[]

  @IsOptional()
  @IsString({ message: '要写成文字' })
  @MaxLength(500, { message: '最多 500 个字' })
  note?: string | null

  @IsOptional()
  @IsArray({ message: '要写成列表' })
  @ArrayMaxSize(20, { message: '一户最多 20 人' })
  @ValidateNested({ each: true })
  @Type(() => HouseholdResidentBody)
  residents?: HouseholdResidentBody[]
}

/**
 * Checks a file: every mistake at once, with its row.
 * @param grids the codes of all grids
 */
export async function checkHouseholds(
  read: unknown,
  grids: ReadonlySet<string>,
): Promise<{ rows: HouseholdRow[]; mistakes: string[] }> {
  if (!Array.isArray(read)) return { rows: [], mistakes: ['文件要写成列表：[ { … }, { … } ]'] }
  const checks = validation()
  const [rows, mistakes]: [HouseholdRow[], string[]] = [[], []]
  const doors = new Set<string>()
  for (const [index, given] of (read as unknown[]).entries()) {
    const say = (words: string) => void mistakes.push(`第 ${index + 1} 行：${words}`)
    const row = await checked(checks, given).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      for (const { field, message } of error.fields) say(`${field} ${message}`)
      return undefined
    })
    if (!row) continue
    if (!grids.has(row.grid)) say(`没有代码为 ${row.grid} 的网格`)
    if (doors.has(doorOf(row))) say('这一户前面已经有了')
    doors.add(doorOf(row))
    rows.push(row)
  }
  return { rows, mistakes }
}

const checked = async (checks: ReturnType<typeof validation>, given: unknown): Promise<HouseholdRow> => {
  const plain: unknown = typeof given === 'object' && given !== null ? given : {}
  return (await checks.transform(plain, { type: 'body', metatype: HouseholdRow })) as HouseholdRow
}

const doorOf = ({ grid, building, unit = '', room }: HouseholdRow): string =>
  [grid, building, unit, room].join('\n')

/** Enters the doors that are not there yet; what is there stays as it is. @returns how many were entered */
export async function enterHouseholds(
  tx: Tx,
  personalData: PersonalData,
  rows: readonly HouseholdRow[],
  now: Date,
): Promise<number> {
  let entered = 0
  for (const code of [...new Set(rows.map(({ grid }) => grid))].sort()) {
    const grid = await tx.findOneByOrFail(Area, { code })
    const community = grid.parentId === null ? null : await tx.findOneBy(Area, { id: grid.parentId })
    const there = await tx.findBy(Household, { gridId: grid.id })
    const doors = new Set(
      there.map((household) => doorOf({ ...household, grid: code, marks: [], note: null })),
    )
    const news = rows.filter((row) => row.grid === code && !doors.has(doorOf(row)))
    const place = { gridId: grid.id, words: community?.name ?? grid.name }
    if (news.length > 0) await writeHouseholds(tx, personalData, place, news.map(newHousehold), now)
    entered += news.length
  }
  return entered
}

/** What is told of a door, whole. */
export const newHousehold = ({
  building,
  unit = '',
  room,
  marks = [],
  note,
  residents = [],
}: Omit<HouseholdRow, 'grid'>): NewHousehold => ({
  ...{ building, unit, room, marks, note: note ?? null },
  residents: residents.map(({ name, localId, phone, idNumber, relation }) => ({
    ...{ name, phone: phone ?? null, idNumber: idNumber ?? null, relation: relation ?? null },
    localId: localId ?? null,
  })),
})
