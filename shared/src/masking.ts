/** "13812346021" → "138****6021". Anything that is no mobile number is masked whole. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****'

/** "张小明" → "张**", by characters, so that a rare one of two code units stays whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}

/** A mainland mobile number. */
export const mobilePhone = /^1[3-9]\d{9}$/
