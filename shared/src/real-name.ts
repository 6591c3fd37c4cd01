/**
 * How sure it is who a resident is; each level holds what the ones before it hold.
 * - `phone`: WeChat or a code has vouched for the phone
 * - `identity`: a provider of real-name checks has vouched for name and ID number
 */
export const realNameLevels = ['none', 'phone', 'identity'] as const
export type RealNameLevel = (typeof realNameLevels)[number]

/** Whether a right that needs a level is open to somebody who has another. */
export const isSureEnough = (held: RealNameLevel, needed: RealNameLevel): boolean =>
  realNameLevels.indexOf(held) >= realNameLevels.indexOf(needed)

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkLetters = '10X98765432'

/** Whether it is an 18-digit ID number with a right check letter. GB 11643 */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return checkLetters[sum % 11] === text[17]
}
