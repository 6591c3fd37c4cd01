export interface FileToSend {
  url: string
  /** What kept-files gave. */
  kept: string
  name: string
  fields: Record<string, string>
  headers: Record<string, string>
  onProgress?: (share: number) => void
}

export interface SentFile {
  status: number
  text: string
  /** The phone has lost the file: nothing was sent. */
  isGone: boolean
}
