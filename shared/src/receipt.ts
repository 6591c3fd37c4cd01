/** Damm's quasigroup: finds every single wrong digit and every swap of neighbours (H. M. Damm, 2004). */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]
const damm = (digits: string): string =>
  [...digits].reduce((interim, digit) => DAMM[Number(interim)]?.charAt(Number(digit)) ?? '', '0')

/**
 * A receipt number that people can read out on the phone: "MS20261121-0042-7": the Shanghai date, the number
 * of that day (at least four digits), one check digit over both.
 * @param date Shanghai date, "YYYY-MM-DD" @param sequence from 1
 */
export function makeReceiptNo(date: string, sequence: number): string {
  const day = date.replaceAll('-', '')
  const number = String(sequence).padStart(4, '0')
  return `MS${day}-${number}-${damm(day + number)}`
}

export type ReceiptCheck = { ok: true; receiptNo: string } | { ok: false; reason: 'malformed' | 'mistyped' }

/** What people type for a digit or a dash, mapped to what they mean. */
const meant = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^M5/, 'MS')

/**
 * Reads a receipt number as a person typed it (case, spaces, dashes, full width, O for 0 do not matter).
 * `malformed`: no receipt number at all; `mistyped`: the shape is right, the check digit is not.
 */
export function checkReceiptNo(text: string): ReceiptCheck {
  const match = /^(?:MS)?(\d{8})(\d{4,8})(\d)$/.exec(meant(text))
  const [, day, number, check] = match ?? []
  if (!day || !number || !check) return { ok: false, reason: 'malformed' }
  if (damm(day + number) !== check) return { ok: false, reason: 'mistyped' }
  return { ok: true, receiptNo: `MS${day}-${number}-${check}` }
}
