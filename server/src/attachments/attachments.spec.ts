import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '@minsheng/shared'
import sharp from 'sharp'
import { AccessTokens } from '../people/access-tokens.js'
import { PeopleModule, type Person } from '../people/index.js'
import { type Parts, startParts } from '../people/parts.fixture.js'
import { Housekeeping } from '../platform/housekeeping.js'
import { Attachment, Attachments, AttachmentsModule, type AttachmentView } from './index.js'
import {
  aac,
  bomb,
  id3,
  mp3,
  mp4,
  oggOpus,
  phonePhoto,
  secretPlace,
  smallPng,
  smallWebp,
  webm,
} from './media.fixture.js'

const resident: Person = {
  id: '01JD0000000000000000000001',
  kind: 'resident',
  roles: ['resident'],
  departmentId: null,
  areaId: null,
}
const needId = '01JD00000000000000000000ND'

let parts: Parts
let origin: string

beforeAll(async () => {
  parts = await startParts([PeopleModule, AttachmentsModule])
  await parts.app.listen(0, '127.0.0.1')
  const { port } = parts.app.getHttpServer().address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
})
afterAll(() => parts.stop())

/** Signed anew for each call: the tests move the clock. */
const bearer = async () =>
  `Bearer ${await parts.app.get(AccessTokens).sign({ person: resident, sessionId: needId })}`

async function upload(bytes: Buffer, said: Record<string, string> = {}, name = 'IMG_1.jpg', key?: string) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  for (const [field, value] of Object.entries(said)) form.set(field, value)
  const headers = { authorization: await bearer(), ...(key && { 'idempotency-key': key }) }
  const answer = await fetch(`${origin}/api/v1/attachments`, { method: 'POST', body: form, headers })
  return { status: answer.status, body: (await answer.json()) as AttachmentView & { errors?: unknown } }
}
const download = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(origin + url, { headers })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const rowOf = (id: string) => parts.write((tx) => tx.findOneByOrFail(Attachment, { id }))
/** Every file that lies in the attachments folder. */
async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(join(parts.config.dataDir, 'attachments'), {
    recursive: true,
    withFileTypes: true,
  })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

describe('a photo', () => {
  it('comes back upright, smaller, and silent about where and with what it was taken', async () => {
    const original = await phonePhoto()
    expect(original.includes('SecretPhone')).toBe(true)
    const { status, body } = await upload(original)
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'photo', contentType: 'image/jpeg', durationSeconds: null })
    const { bytes, headers } = await download(body.url)
    const { width, height, exif, orientation } = await sharp(bytes).metadata()
    expect({ width, height, exif, orientation }).toEqual({ width: 1920, height: 2560 })
    expect(bytes.includes('SecretPhone')).toBe(false)
    expect(bytes).toHaveLength(body.bytes)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('cache-control')).toMatch(/^private/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('has a thumbnail of at most 480 pixels', async () => {
    const { body } = await upload(await phonePhoto())
    const { bytes, headers } = await download(body.thumbnailUrl ?? '')
    const { width, height, format } = await sharp(bytes).metadata()
    expect({ width, height, format }).toEqual({ width: 360, height: 480, format: 'webp' })
    expect(headers.get('content-type')).toBe('image/webp')
  })

  it('keeps the time that the camera noted, unless the phone says another one', async () => {
    const own = await upload(await phonePhoto(80, 60))
    expect((await rowOf(own.body.id)).takenAt).toEqual(new Date('2026-11-19T00:30:00Z'))
    const said = { takenAt: '2026-11-20T01:00:00.000Z', latitude: '36.02', longitude: '117.96' }
    const told = await upload(await phonePhoto(80, 60), said)
    expect(await rowOf(told.body.id)).toMatchObject({
      takenAt: new Date(said.takenAt),
      latitude: 36.02,
      longitude: 117.96,
      uploadedBy: resident.id,
      needId: null,
    })
  })

  it.each([
    ['image/png', smallPng],
    ['image/webp', smallWebp],
  ])('may be %s, is not enlarged, and is judged by its content, not its name', async (contentType, make) => {
    const { status, body } = await upload(await make(), {}, 'voice.mp3')
    expect([status, body.kind, body.contentType]).toEqual([201, 'photo', contentType])
    expect((await sharp((await download(body.url)).bytes).metadata()).width).toBe(60)
  })

  it('succeeds nine times at once', async () => {
    const photo = await phonePhoto(3000, 2000)
    const answers = await Promise.all(Array.from({ length: 9 }, () => upload(photo)))
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(201))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(9)
  })
})

describe('voice and video', () => {
  it.each([
    ['mp3', mp3(100), 'audio/mpeg', 3],
    ['mp3 with a cover picture', Buffer.concat([id3(9_000), mp3(100)]), 'audio/mpeg', 3],
    ['aac', aac(100), 'audio/aac', 6],
    ['m4a', mp4(['soun'], 12, 'M4A '), 'audio/mp4', 12],
    ['a voice recorded by Safari', mp4(['soun'], 7), 'audio/mp4', 7],
    ['a voice recorded by Chrome', webm('A_OPUS'), 'audio/webm', null],
    ['a voice recorded by Firefox', oggOpus(4), 'audio/ogg', 4],
  ])('%s is a voice note and says how long it is', async (_, bytes, contentType, durationSeconds) => {
    const { status, body } = await upload(bytes)
    expect([status, body.kind, body.contentType, body.durationSeconds]).toEqual([
      201,
      'voice',
      contentType,
      durationSeconds,
    ])
    expect(body.thumbnailUrl).toBeNull()
    expect((await download(body.url)).bytes).toHaveLength(bytes.length)
  })

  it('a video forgets where it was recorded, and nothing else', async () => {
    const original = mp4(['vide', 'soun'], 20)
    const { body } = await upload(original)
    expect(body).toMatchObject({ kind: 'video', contentType: 'video/mp4', durationSeconds: 20 })
    const { bytes } = await download(body.url)
    expect(original.includes(secretPlace)).toBe(true)
    expect(bytes.includes(secretPlace)).toBe(false)
    expect(bytes).toHaveLength(original.length)
  })

  it('are served in parts, so that iOS plays them', async () => {
    const original = mp3(50)
    const { url } = (await upload(original)).body
    const part = await download(url, { range: 'bytes=100-199' })
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 100-199/${original.length}`,
    ])
    expect(part.bytes).toEqual(original.subarray(100, 200))
    expect((await download(url, { range: 'bytes=-10' })).bytes).toEqual(original.subarray(-10))
    expect((await download(url, { range: 'bytes=20000-' })).bytes).toEqual(original.subarray(20_000))
    expect((await download(url, { range: 'bytes=99999-' })).status).toBe(416)
    expect((await download(url)).headers.get('accept-ranges')).toBe('bytes')
  })
})

describe('what cannot be taken in', () => {
  const padded = (head: Buffer, megabytes: number) =>
    Buffer.concat([head, Buffer.alloc(megabytes * 1024 * 1024)])

  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    ['a text', () => Buffer.from('你好，这不是照片'), 415, 'attachment_type_unsupported'],
    [
      'a page',
      () => Buffer.from('<html><script>alert(1)</script></html>'),
      415,
      'attachment_type_unsupported',
    ],
    [
      'a drawing',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'attachment_type_unsupported',
    ],
    ['a film as WebM', () => webm('V_VP9 A_OPUS'), 415, 'attachment_type_unsupported'],
    ['an empty file', () => Buffer.alloc(0), 415, 'attachment_type_unsupported'],
    ['half a photo', async () => (await phonePhoto()).subarray(0, 20_000), 422, 'attachment_broken'],
    ['half a video', () => mp4(['vide'], 5).subarray(0, 4_000), 422, 'attachment_broken'],
    ['an MP4 without tracks', () => mp4([], 5), 422, 'attachment_broken'],
    ['a photo of 11 MB', async () => padded(await phonePhoto(80, 60), 11), 413, 'attachment_too_large'],
    ['a voice note of 6 MB', () => padded(mp3(3), 6), 413, 'attachment_too_large'],
    ['a video of a little more than 50 MB', () => padded(mp4(['vide'], 5), 50), 413, 'attachment_too_large'],
    ['a video of 51 MB', () => padded(mp4(['vide'], 5), 51), 413, 'attachment_too_large'],
    ['a small file with 400 megapixels', bomb, 413, 'attachment_too_large'],
  ])('%s: is refused with words, and leaves nothing behind', async (_, make, status, code) => {
    const before = await filesOnDisk()
    const answer = await upload(await make())
    expect(answer.body).toMatchObject({ status, code, title: expect.stringMatching(/[\u4e00-\u9fff]{6,}/) })
    expect(await filesOnDisk()).toEqual(before)
  })

  it('a form without a file, and no form at all', async () => {
    const headers = { authorization: await bearer() }
    const send = async (body: FormData | string, type: Record<string, string> = {}) =>
      (
        await fetch(`${origin}/api/v1/attachments`, {
          method: 'POST',
          body,
          headers: { ...headers, ...type },
        })
      ).json()
    const form = new FormData()
    form.set('takenAt', '2026-11-20T01:00:00Z')
    expect(await send(form)).toMatchObject({ status: 400, code: 'attachment_missing' })
    expect(await send('{}', { 'content-type': 'application/json' })).toMatchObject({
      code: 'attachment_missing',
    })
  })

  it('a place that is none', async () => {
    const { status, body } = await upload(await smallPng(), { latitude: 'north' })
    expect([status, body.errors]).toEqual([400, [{ field: 'latitude', message: '拍摄位置不对' }]])
  })

  it('a phone that loses its signal half way leaves nothing behind', async () => {
    const before = await filesOnDisk()
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    socket.write(
      `POST /api/v1/attachments HTTP/1.1\r\nhost: x\r\nauthorization: ${await bearer()}\r\n` +
        `content-type: multipart/form-data; boundary=b\r\ncontent-length: 1000000\r\n\r\n${body}${'x'.repeat(5000)}`,
    )
    const incoming = join(parts.config.dataDir, 'attachments', 'incoming')
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await delay(5)
    }
    await until(async () => (await readdir(incoming)).length > 0)
    socket.destroy()
    await until(async () => (await readdir(incoming)).length === 0)
    expect(await filesOnDisk()).toEqual(before)
  })

  it('anything from somebody who is not signed in', async () => {
    const answer = await fetch(`${origin}/api/v1/attachments`, { method: 'POST', body: new FormData() })
    expect(answer.status).toBe(401)
  })
})

describe('a signed address', () => {
  it('stays the same within the hour, so that the phone keeps the picture', async () => {
    const attachments = parts.app.get(Attachments)
    const { body } = await upload(await smallPng())
    const urlNow = async () => (await attachments.views([body.id])).get(body.id)?.url
    parts.present.set(new Date('2026-11-20T03:00:00Z'))
    const first = await urlNow()
    parts.present.advance(59 * 60_000)
    expect(await urlNow()).toBe(first)
    parts.present.advance(60_000)
    expect(await urlNow()).not.toBe(first)
    expect((await download(first ?? '')).status).toBe(200)
    parts.present.advance(60 * 60_000)
    expect((await download(first ?? '')).status).toBe(403)
  })

  it('opens neither another file, nor another size, nor another hour', async () => {
    const [one, other] = [(await upload(await smallPng())).body, (await upload(await smallPng())).body]
    const changed = [
      one.url.replace(one.id, other.id),
      one.url.replace('content?', 'content?size=thumbnail&'),
      one.url.replace(/expires=\d+/, 'expires=9999999999'),
      one.url.slice(0, -1),
      one.url.replace(/signature=.*/, 'signature='),
    ]
    for (const url of changed) expect((await download(url)).status).toBe(403)
    expect((await download(`/api/v1/attachments/${one.id}/content`)).status).toBe(400)
  })
})

describe('a file that is sent again under the same key', () => {
  it('is the first one, also at the same moment, and lies on the disk once', async () => {
    const [photo, key] = [await phonePhoto(), randomUUID()]
    const before = new Set(await filesOnDisk())
    const all = await Promise.all(Array.from({ length: 5 }, () => upload(photo, {}, 'IMG_1.jpg', key)))
    const last = await upload(photo, {}, 'IMG_1.jpg', key)
    expect(new Set([...all, last].map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    const added = (await filesOnDisk()).filter((name) => !before.has(name))
    expect(new Set(added.map((name) => name.slice(0, 26)))).toEqual(new Set([last.body.id]))
    expect((await upload(photo)).body.id).not.toBe(last.body.id)
  })

  it('is taken anew when the first one was removed as unused', async () => {
    const [photo, key] = [await smallPng(), randomUUID()]
    const first = await upload(photo, {}, 'IMG_1.png', key)
    await parts.write((tx) => tx.delete(Attachment, { id: first.body.id }))
    const again = await upload(photo, {}, 'IMG_1.png', key)
    expect(again.status).toBe(201)
    expect((await download(again.body.url)).status).toBe(200)
  })
})

describe('giving files to a need', () => {
  const take = (ids: string[], by = resident.id) =>
    parts.write((tx) => parts.app.get(Attachments).take(tx, ids, by, needId))
  const anId = async () => (await upload(await smallPng())).body.id

  it('takes each once, in one go', async () => {
    const ids = [await anId(), await anId()]
    await take([...ids, ...ids])
    const views = await parts.app.get(Attachments).ofNeed(needId)
    expect(views.map(({ id }) => id).sort()).toEqual([...ids].sort())
    await expect(take(ids)).rejects.toMatchObject({ status: 422, code: 'attachment_unknown' })
  })

  it('takes none when one is unknown, taken, or somebody else’s', async () => {
    const mine = await anId()
    await expect(take([mine, '01JD0000000000000000000404'])).rejects.toMatchObject({
      code: 'attachment_unknown',
    })
    await expect(take([mine], '01JD0000000000000000000999')).rejects.toMatchObject({
      code: 'attachment_unknown',
    })
    expect((await rowOf(mine)).needId).toBeNull()
    await take([])
  })
})

describe('an upload that nobody has used', () => {
  it('is removed after thirty days, row and files; one that a need has taken stays', async () => {
    const [unused, used] = [await upload(await phonePhoto()), await upload(await phonePhoto())]
    await parts.write((tx) => parts.app.get(Attachments).take(tx, [used.body.id], resident.id, needId))
    const idsOnDisk = async () => (await filesOnDisk()).map((name) => name.slice(0, 26))
    parts.present.advance(30 * DAY - HOUR)
    await parts.app.get(Housekeeping).sweep()
    expect(await idsOnDisk()).toEqual(expect.arrayContaining([unused.body.id, used.body.id]))
    parts.present.advance(2 * HOUR)
    await parts.app.get(Housekeeping).sweep()
    const left = await idsOnDisk()
    expect(left).toContain(used.body.id)
    expect(left).not.toContain(unused.body.id)
    await expect(rowOf(unused.body.id)).rejects.toThrow()
  })
})
