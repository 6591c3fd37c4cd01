import { describe, expect, it } from '@jest/globals'
import { isIdNumber, isSureEnough } from './real-name.js'

describe('a right that needs a real name', () => {
  it.each([
    ['none', 'none', true],
    ['none', 'phone', false],
    ['phone', 'phone', true],
    ['phone', 'identity', false],
    ['identity', 'phone', true],
  ] as const)('with %s held and %s needed: %s', (held, needed, isOpen) => {
    expect(isSureEnough(held, needed)).toBe(isOpen)
  })
})

it.each([
  ['11010519491231002X', true],
  ['440524188001010014', true],
  ['440524188001010015', false],
  ['11010519491231002x', false],
  ['4405241880010100', false],
  ['', false],
])('the ID number "%s" is right: %s', (text, isRight) => {
  expect(isIdNumber(text)).toBe(isRight)
})
