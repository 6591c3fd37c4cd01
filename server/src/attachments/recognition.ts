import { open, readFile, stat } from 'node:fs/promises'
import { HttpStatus } from '@nestjs/common'
import { fileTypeFromFile } from 'file-type'
import { Problem, unprocessable } from '../platform/problem.js'
import type { AttachmentKind } from './attachment.entity.js'
import { forgetPerson, type Movie, readMovie } from './mp4.js'
import { isSoundAlone, lengthOfAac, lengthOfMp3, lengthOfOgg } from './sound.js'

/** What an uploaded file is, judged by its content. */
export interface Recognised {
  kind: AttachmentKind
  contentType: string
  seconds: number | null
}

const MEGABYTE = 1024 * 1024
export const largestFile = 50 * MEGABYTE
const limits: Readonly<Record<AttachmentKind, { bytes: number; words: string }>> = {
  photo: { bytes: 10 * MEGABYTE, words: '照片不能超过 10 MB，请压缩后再传' },
  voice: { bytes: 5 * MEGABYTE, words: '语音不能超过 5 MB，请分几段说' },
  video: { bytes: largestFile, words: '视频不能超过 50 MB，请剪短后再传' },
}

export const tooLarge = (words = limits.video.words) =>
  new Problem(HttpStatus.PAYLOAD_TOO_LARGE, 'attachment_too_large', words)

const unsupported = () =>
  new Problem(
    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
    'attachment_type_unsupported',
    '只能上传照片（jpg、png、webp）、语音（mp3、aac、m4a）或 mp4 视频，请换一个文件',
  )

export const broken = () => unprocessable('attachment_broken', '文件已损坏，打不开，请重新拍摄或换一个文件')

/** A file as it lies on the disk, before anything was done to it. */
type Recognise = (path: string) => Promise<Recognised>

const photo =
  (contentType: string): Recognise =>
  async () => ({ kind: 'photo', contentType, seconds: null })

/** Reads sound of at most the limit's size. @param lengthOf undefined says that there is no sound in it */
const voice =
  (contentType: string, lengthOf: (bytes: Buffer) => number | null | undefined): Recognise =>
  async (path) => {
    await requireSize(path, 'voice')
    const seconds = lengthOf(await readFile(path))
    if (seconds === undefined) throw broken()
    return { kind: 'voice', contentType, seconds }
  }

/** MP4 is film or, without pictures (m4a, a recording of Safari), voice. Place and camera are removed from it. */
const movie: Recognise = async (path) => {
  const { hasPicture, hasSound, seconds } = await cleanMovie(path)
  if (!hasPicture && !hasSound) throw broken()
  return hasPicture
    ? { kind: 'video', contentType: 'video/mp4', seconds }
    : { kind: 'voice', contentType: 'audio/mp4', seconds }
}

async function cleanMovie(path: string): Promise<Movie> {
  const file = await open(path, 'r+')
  try {
    const found = await readMovie(file)
    if (!found) throw broken()
    await forgetPerson(file, found)
    return found
  } finally {
    await file.close()
  }
}

/** Chrome and Firefox record a voice as WebM; a film in it is refused, for iOS cannot play it. */
const webm: Recognise = voice('audio/webm', (bytes) => {
  if (!isSoundAlone(bytes)) throw unsupported()
  return null
})

/** By the type that the content shows. */
const recognisers: Readonly<Record<string, Recognise>> = {
  'image/jpeg': photo('image/jpeg'),
  'image/png': photo('image/png'),
  'image/webp': photo('image/webp'),
  'audio/mpeg': voice('audio/mpeg', lengthOfMp3),
  'audio/aac': voice('audio/aac', lengthOfAac),
  'audio/ogg': voice('audio/ogg', lengthOfOgg),
  'audio/ogg; codecs=opus': voice('audio/ogg', lengthOfOgg),
  'audio/x-m4a': movie,
  'audio/mp4': movie,
  'video/mp4': movie,
  'video/x-m4v': movie,
  'video/webm': webm,
}

/**
 * Says what a file is, by its content and not by its name.
 * @throws Problem 413 `attachment_too_large`, 415 `attachment_type_unsupported`, 422 `attachment_broken`
 */
export async function recognise(path: string): Promise<Recognised> {
  const type = await fileTypeFromFile(path)
  const recogniser = type && recognisers[type.mime]
  if (!recogniser) throw unsupported()
  const recognised = await recogniser(path)
  await requireSize(path, recognised.kind)
  return recognised
}

async function requireSize(path: string, kind: AttachmentKind): Promise<void> {
  const { bytes, words } = limits[kind]
  if ((await stat(path)).size > bytes) throw tooLarge(words)
}
