import type { AnswerResult, ContactWay, RatingLevel, RejectReason, SupervisionLevel } from '@minsheng/shared'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DistrictFiles, Point } from '../district/index.js'
import type { LifecycleStep } from './lifecycle-steps.js'

/** One act of a need's story, `after` minutes after the step before it. */
export type Step = { after: number } & (
  | { act: 'accept' | 'withdraw' }
  | { act: 'dispatch'; category: string; department?: string }
  | { act: 'reject'; reason: RejectReason; explanation: string }
  | { act: 'contact'; how: ContactWay; note: string }
  | { act: 'submitAnswer'; text: string; result: AnswerResult; photos: number }
  | { act: 'approve'; note?: string }
  | { act: 'sendBack'; reason: string }
  | { act: 'requestReturn'; reason: string; legalBasis: string; suggestedDepartment: string }
  | { act: 'decideReturn'; department: string; note: string }
  | { act: 'rate'; level: RatingLevel; solved?: boolean; tags?: string[]; words?: string }
  | { act: 'reopen'; reason: string }
  | LifecycleStep
  | { act: 'remind' }
  | { act: 'supervise'; level: SupervisionLevel; demand: string }
  | { act: 'feedBack' | 'settle'; text: string }
)

/** When a need was filed: on a day at a time of Shanghai, "HH:mm", or so long before the demonstration starts. */
export type SeedTime = { daysAgo: number; at: string } | { minutesAgo: number }

export type SeedNeed = SeedTime & {
  resident: string
  text: string
  area: string
  address?: string
  photos: number
  anonymous?: boolean
  filedBy?: string
  /** The code that was scanned, of entries.json. */
  scene?: string
  story: Step[]
}
export type SeedStaff = DistrictFiles['staff'][number]
export interface Seed extends DistrictFiles {
  district: { name: string; center: Point }
  residents: { key: string; name: string; phone: string; area: string }[]
  needs: SeedNeed[]
  complaints: {
    /** The text of the need that it is about, or whose complainant complains about the service as such. */
    need: string
    about?: 'service'
    minutesAgo: number
    words: string | null
    response: { after: number; how: ContactWay; note: string } | null
    /** What the accused department is asked, an hour after the response. */
    question?: string
  }[]
  /** What the district may take up, by category; what came of it is written where it is done. */
  'monthly-topics': { category: string; department: string; owner: string; plan: string; result: string }[]
}

const folder = resolve(import.meta.dirname, '../../seed')

/** One file of the demonstration district, `server/seed/<name>.json`; its shape is checked by `test/seed.spec.ts`. */
export async function readSeed<Name extends keyof Seed>(name: Name): Promise<Seed[Name]> {
  return JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as Seed[Name]
}
