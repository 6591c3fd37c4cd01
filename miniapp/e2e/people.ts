import type { Browser } from 'playwright-core'
import { Device, type DeviceOptions } from './device'
import { aCommunity } from './server'

/** A resident with a phone in the hand, who was never here before. */
export async function aResident(
  browser: Browser,
  options: DeviceOptions = {},
): Promise<Device & { phone: string }> {
  const { gps } = await aCommunity()
  const device = await Device.of(browser, { gps, ...options })
  return Object.assign(device, { phone: aPhone() })
}

/** Signs in with the phone and the code that the demonstration shows. */
export async function signIn(resident: Device & { phone: string }): Promise<void> {
  await resident.fill('手机号', resident.phone)
  await resident.press('获取验证码')
}

/** A resident who is signed in, on the home page. */
export async function aKnownResident(browser: Browser): Promise<Device & { phone: string }> {
  const resident = await aResident(browser)
  await resident.open('/pages/me/index')
  await resident.press('登录')
  await signIn(resident)
  await resident.button('退出').waitFor()
  await resident.open('/')
  return resident
}

/** Staff at the desk, by a demonstration account's name. */
export async function staff(browser: Browser, name: string, options: DeviceOptions = {}): Promise<Device> {
  const { gps } = await aCommunity()
  const device = await Device.of(browser, { gps, ...options })
  await device.open('/desk/pages/sign-in/index')
  await device.press(device.page.getByRole('button', { name: new RegExp(name) }))
  await device.button('退出').waitFor()
  return device
}

/** Opens the order of a receipt number by the search of the queue. */
export async function openOrder(device: Device, receiptNo: string): Promise<void> {
  await device.open('/desk/pages/queue/index')
  await device.fill('按受理编号找', receiptNo)
  await device.press('查找')
  await device.button('清除').waitFor()
  await device.press(device.page.getByRole('link').filter({ visible: true }))
  await device.sees(receiptNo)
}

/** A phone number that nobody has used in this run. */
export const aPhone = () => `199${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
