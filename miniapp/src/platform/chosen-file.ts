export interface ChosenFile {
  kind: 'photo' | 'voice' | 'video'
  name: string
  /** Where the phone keeps it until the server has it; for `open` of kept-files. */
  kept: string
  seconds: number | null
  /** ISO, when the phone knows. */
  takenAt: string | null
}

/** Why nothing could be recorded. */
export class NotRecorded extends Error {
  constructor(readonly why: 'refused' | 'unsupported' | 'insecure' | 'tooShort') {
    super(why)
  }
}

export interface Recording {
  stop(): Promise<ChosenFile>
  cancel(): void
}
