/** "13812346021" → "138****6021". Anything that is no mobile number is masked whole. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****'

/** "张小明" → "张**". */
export const maskName = (name: string): string =>
  `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`

/** A mainland mobile number. */
export const mobilePhone = /^1[3-9]\d{9}$/
