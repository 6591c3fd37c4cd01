/** Lets the browser fetch a file to the disk by itself. @returns whether it has begun */
export function download(url: string, name = ''): Promise<boolean> {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  return Promise.resolve(true)
}
