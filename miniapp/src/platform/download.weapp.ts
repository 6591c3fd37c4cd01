import Taro from '@tarojs/taro'

/** A phone cannot keep such a file: its address is copied, for a computer. @returns false: it has not begun */
export async function download(url: string): Promise<boolean> {
  await Taro.setClipboardData({ data: url })
  return false
}
