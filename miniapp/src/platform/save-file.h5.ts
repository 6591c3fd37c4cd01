import { download } from './download'

/** How long the browser may take to begin with it. */
const KEPT = 60_000

/** Gives a PDF that was made for this reader to the browser, as a download. */
export async function savePdf(bytes: ArrayBuffer, name: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  setTimeout(() => URL.revokeObjectURL(url), KEPT)
  await download(url, name)
}
