import { describe, expect, it } from '@jest/globals'
import { sceneIn, sceneOf } from './scene'

describe('the scene by which a page was opened', () => {
  it.each([
    [{ scene: 'd-xuefu-12-1' }, 'd-xuefu-12-1'],
    [{ scene: 'b%3D12%26u%3D3' }, 'b=12&u=3'],
    [{ q: 'https%3A%2F%2Fminsheng.example.gov.cn%2F%3Fscene%3Dh-wenchang' }, 'h-wenchang'],
    [{ q: 'https%3A%2F%2Fminsheng.example.gov.cn%2F%3Fa%3D1%26scene%3Db%253D12' }, 'b=12'],
    [{}, null],
    [{ scene: '' }, null],
    [{ scene: '100%' }, null],
    [{ scene: '%E6%9C%9B%E6%B1%9F' }, null],
    [{ scene: 'x'.repeat(33) }, null],
    [{ q: 'https%3A%2F%2Fminsheng.example.gov.cn%2F' }, null],
  ])('of %j is %s', (params, scene) => {
    expect(sceneOf(params)).toBe(scene)
  })
})

it('is found on a code that was scanned within the app', () => {
  expect(sceneIn('pages/home/index?scene=p-gongshui')).toBe('p-gongshui')
  expect(sceneIn('6901234567892')).toBeNull()
})
