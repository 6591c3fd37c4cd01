import type { HourSpan, Role, Urgency } from '@minsheng/shared'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DepartmentKind } from '../people/index.js'
import type { AreaLevel, EntryKind } from '../places/index.js'

export type Point = [longitude: number, latitude: number]

/** What a district brings with it, one JSON file each: `areas.json` and so on. Everything is named by its code. */
export interface DistrictFiles {
  areas: {
    code: string
    name: string
    level: AreaLevel
    parent: string | null
    center: Point
    polygon: Point[]
  }[]
  departments: {
    code: string
    name: string
    kind: DepartmentKind
    area: string | null
    duties: string[]
  }[]
  categories: {
    code: string
    name: string
    /** Of all its categories, unless one says otherwise. */
    followUp?: boolean
    children: {
      code: string
      name: string
      urgency: Urgency
      evidence: boolean
      review: boolean
      followUp?: boolean
      words: string[]
      lookalikeMetres?: number
    }[]
  }[]
  'routing-rules': {
    category: string
    area: string | null
    /** Null: a dispatcher decides. */
    department: string | null
    assisting?: string[]
    words?: string[]
    months?: number[]
    hours?: HourSpan
    priority?: number
    /** Until the answer, in workdays. */
    answerWorkdays?: number
  }[]
  entries: { scene: string; kind: EntryKind; area: string | null; department: string | null; words: string }[]
  staff: { account: string; name: string; roles: Role[]; department: string | null; area: string | null }[]
}
export type DistrictFile = keyof DistrictFiles

export const districtFileNames: readonly DistrictFile[] = [
  'areas',
  'departments',
  'categories',
  'routing-rules',
  'entries',
  'staff',
]
/** A district can do without codes on doors, and its people can come later. */
const optional: readonly DistrictFile[] = ['entries', 'staff']

/** The files of a folder as they are, unchecked, and in words which of them cannot be read. */
export async function readFolder(
  folder: string,
): Promise<{ read: Partial<Record<DistrictFile, unknown>>; mistakes: string[] }> {
  const read: Partial<Record<DistrictFile, unknown>> = {}
  const mistakes: string[] = []
  for (const name of districtFileNames) {
    const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => undefined)
    if (text === undefined) {
      if (optional.includes(name)) read[name] = []
      else mistakes.push(`${name}.json：没有这个文件`)
      continue
    }
    try {
      read[name] = JSON.parse(text) as unknown
    } catch (error) {
      mistakes.push(
        `${name}.json：不是有效的 JSON（${error instanceof Error ? error.message : String(error)}）`,
      )
    }
  }
  return { read, mistakes }
}
