import Taro from '@tarojs/taro'
import type { ChosenFile } from './chosen-file'
import { keepPath } from './kept-files.weapp'

/** Photos and videos from WeChat's own dialogue, at most `count`; empty when the person changes their mind. */
export async function chooseFiles(count: number): Promise<ChosenFile[]> {
  const chosen = await Taro.chooseMedia({
    count,
    mediaType: ['image', 'video'],
    sizeType: ['compressed'],
    maxDuration: 60,
  }).catch(() => null)
  if (!chosen) return []
  return Promise.all(
    chosen.tempFiles.map(async (file) => ({
      kind: file.fileType === 'video' ? ('video' as const) : ('photo' as const),
      name: file.tempFilePath.split('/').pop() ?? 'photo',
      kept: await keepPath(file.tempFilePath),
      seconds: file.duration || null,
      takenAt: null,
    })),
  )
}
