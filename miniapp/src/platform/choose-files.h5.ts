import type { ChosenFile } from './chosen-file'
import { keepBlob } from './kept-files.h5'

const LONGEST_SIDE = 2048
const SMALL_ENOUGH = 1_500_000

/** Large photos are made smaller before they travel; what is no readable picture goes as it is. */
async function lighter(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= SMALL_ENOUGH) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return blob && blob.size < file.size ? blob : file
  } catch {
    return file
  }
}

const keep = async (file: File): Promise<ChosenFile> => ({
  kind: file.type.startsWith('video/') ? 'video' : 'photo',
  name: file.name,
  kept: await keepBlob(await lighter(file)),
  seconds: null,
  takenAt: file.lastModified ? new Date(file.lastModified).toISOString() : null,
})

/** Photos and videos from the browser's own dialogue, at most `count`; empty when the person changes their mind. */
export function chooseFiles(count: number): Promise<ChosenFile[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*,video/mp4'
  input.multiple = count > 1
  input.hidden = true
  document.body.appendChild(input)
  return new Promise((resolve) => {
    const finish = (files: File[]) => {
      input.remove()
      resolve(Promise.all(files.slice(0, count).map(keep)))
    }
    input.onchange = () => finish([...(input.files ?? [])])
    input.oncancel = () => finish([])
    input.click()
  })
}
