/** What `getUnlimitedQRCode` takes as scene: 1 to 32 of these characters; no %, no Chinese. */
export const sceneForm = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

export const isScene = (text: string): boolean => sceneForm.test(text)
