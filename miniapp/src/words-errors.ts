import type { ApiError } from '@/services/api-error'

/** What to say for a code; the rest is said by the server's own title. */
const errorWords: Record<string, string> = {
  offline: '请看一下手机信号，稍后再试',
  unreadable: '服务暂时没有应答，请稍后再试',
  unexpected: '出了点意外，请再试一次',
  place_outside_district: '这个地点不在本区内，请换一个地点',
  place_required: '请选一下在哪里',
  idempotency_key_reused: '这份诉求已经提交过了，请到进度里看一下',
  attachment_too_large: '文件太大了：照片最大 10 MB，录音 5 MB，视频 50 MB',
  attachment_type_unsupported: '只能传照片（jpg、png、webp）、录音和 mp4 视频',
  attachment_broken: '这个文件打不开，请换一个',
  attachment_gone: '有的照片找不到了，请去掉后再加一次',
  attachment_unknown: '有的照片没有传好，请去掉后再加一次',
  need_not_found: '没有找到。请对照受理编号和手机号后四位',
  receipt_no_mistyped: '编号里有一位写错了，请对照看一下',
}

const wait = (seconds: number) =>
  seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`

/** An error in plain words, with the next step. */
export function wordsOfError(error: ApiError): string {
  if (error.status === 429) return `操作太频繁，请 ${wait(error.retryAfter ?? 60)}后再试`
  return errorWords[error.code] ?? (error.title || error.fields[0]?.message || '没有成功，请再试一次')
}

/** The same for a refusal that was stored with a draft. */
export const wordsOfCode = (code: string, title: string): string =>
  errorWords[code] ?? (title || errorWords.unexpected || code)
