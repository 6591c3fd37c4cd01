import { readFileSync } from 'node:fs'

/**
 * Ends the process with one line when Node is older than `engines.node` of package.json asks.
 * Uses only what old versions know; load everything else after it, dynamically.
 */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const wanted = numbers(engines.node.replace('>=', ''))
  const running = numbers(process.versions.node)
  const isOld = running[0] < wanted[0] || (running[0] === wanted[0] && running[1] < wanted[1])
  if (!isOld) return
  console.error(
    `需要 Node ${engines.node}，当前为 ${process.versions.node}。请到 https://nodejs.org 安装新版本后再试。`,
  )
  process.exit(1)
}

const numbers = (version) => version.split('.').map(Number)
