import Taro from '@tarojs/taro'

/** Shows a PDF in WeChat's own reader, whose menu prints it, keeps it and passes it on. */
export async function savePdf(bytes: ArrayBuffer, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: bytes,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
}
