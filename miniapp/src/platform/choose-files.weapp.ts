import Taro from '@tarojs/taro'
import { type ChosenFile, NotChosen } from './chosen-file'
import { keepPath } from './kept-files.weapp'
import { refusedBy } from './refused'

/** Photos and videos from WeChat's own dialogue, at most `count`; empty when the person changes their mind. @throws NotChosen */
export async function chooseFiles(count: number): Promise<ChosenFile[]> {
  const chosen = await Taro.chooseMedia({
    count,
    mediaType: ['image', 'video'],
    sizeType: ['compressed'],
    maxDuration: 60,
  }).catch((thrown: unknown) => {
    const why = refusedBy(thrown)
    if (why !== 'cancelled') throw new NotChosen(why)
    return null
  })
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
