import type { Refused } from './refused'

export interface ChosenFile {
  kind: 'photo' | 'voice' | 'video'
  name: string
  /** Where the phone keeps it until the server has it; for `open` of kept-files. */
  kept: string
  seconds: number | null
  /** ISO, when the phone knows. */
  takenAt: string | null
}

/** Why nothing could be chosen; that the person went back is no error. */
export class NotChosen extends Error {
  constructor(readonly why: Exclude<Refused, 'cancelled'>) {
    super(why)
  }
}

/** Why nothing could be recorded. */
export class NotRecorded extends Error {
  constructor(readonly why: Exclude<Refused, 'cancelled'> | 'unsupported' | 'insecure' | 'tooShort') {
    super(why)
  }
}

export interface Recording {
  stop(): Promise<ChosenFile>
  cancel(): void
}
