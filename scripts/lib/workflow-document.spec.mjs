import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { diagram } from './workflow-document.mjs'

const words = { open: '开', shut: '关', gone: '无', unused: '未用' }
const rows = [
  { act: 'build', from: [null], to: 'open', by: [] },
  { act: 'close', from: ['open'], to: 'shut', by: [] },
  { act: 'slam', from: ['open'], to: 'shut', by: [] },
  { act: 'remove', from: ['open', 'shut'], to: 'gone', by: [] },
]

describe('the diagram of a lifecycle', () => {
  it('begins where something comes from nothing, joins acts between the same states, and ends where nothing follows', () => {
    assert.equal(
      diagram(rows, words),
      [
        'stateDiagram-v2',
        '  state "开 open" as open',
        '  state "关 shut" as shut',
        '  state "无 gone" as gone',
        '  [*] --> open : build',
        '  open --> shut : close, slam',
        '  open --> gone : remove',
        '  shut --> gone : remove',
        '  gone --> [*]',
      ].join('\n'),
    )
  })
})
