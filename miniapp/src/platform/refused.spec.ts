import { expect, it } from '@jest/globals'
import { refusedBy } from './refused'

it.each([
  ['chooseMedia:fail cancel', undefined, 'cancelled'],
  ['getFuzzyLocation:fail auth deny', undefined, 'denied'],
  ['getFuzzyLocation:fail authorize no response', undefined, 'denied'],
  ['chooseMedia:fail system permission denied', undefined, 'denied'],
  ['getPhoneNumber:fail user deny', undefined, 'denied'],
  ['chooseMedia:fail privacy permission is not authorized', undefined, 'privacy'],
  ['setClipboardData:fail', 104, 'privacy'],
  ['setClipboardData:fail api scope is not declared in the privacy agreement', 112, 'undeclared'],
  [
    'getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json',
    undefined,
    'undeclared',
  ],
  ['scanCode:fail', undefined, 'failed'],
])('"%s" (%s) means %s', (errMsg, errno, meaning) => {
  expect(refusedBy({ errMsg, errno })).toBe(meaning)
})

it('knows nothing of what is no answer of WeChat', () => {
  expect([refusedBy(undefined), refusedBy(new Error('x')), refusedBy({})]).toEqual(Array(3).fill('failed'))
})
