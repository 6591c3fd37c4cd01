// Prints what the builds in dist (`weapp`, `h5`, both unless one is named) weigh beside what they may weigh, and fails
// when one weighs more.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const KIB = 1024
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
const [weapp, h5] = [join(dist, 'weapp'), join(dist, 'h5')]

/** In KiB. WeChat itself refuses a package of more than 2 MiB. */
const budgets = { main: 600, whole: 2.5 * KIB, subpackage: 500, firstPage: 150 }

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const weight = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0) / KIB

/** @returns {{ what: string, kib: number, budget: number }[]} */
function packagesOfWeapp() {
  const { subPackages = [] } = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'))
  const files = filesBelow(weapp)
  const within = (root) => files.filter((file) => relative(weapp, file).startsWith(`${root}/`))
  const subs = subPackages.map(({ root }) => ({ root, files: within(root) }))
  const main = files.filter((file) => !subs.some((sub) => sub.files.includes(file)))
  return [
    { what: 'weapp: main package', kib: weight(main), budget: budgets.main },
    ...subs.map((sub) => ({
      what: `weapp: subpackage ${sub.root}`,
      kib: weight(sub.files),
      budget: budgets.subpackage,
    })),
    { what: 'weapp: whole', kib: weight(files), budget: budgets.whole },
  ]
}

/** The page and the scripts that it asks for, as they cross the network. */
function firstPageOfH5() {
  const page = readFileSync(join(h5, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\/(js\/[^"]+)"/g)].map(([, file]) => file)
  const packed = ['index.html', ...scripts].map((file) => join(h5, `${file}.br`))
  return [{ what: 'h5: first page, brotli', kib: weight(packed), budget: budgets.firstPage }]
}

const builds = { weapp: packagesOfWeapp, h5: firstPageOfH5 }
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(builds)
const rows = names.flatMap((name) => builds[name]())
const line = (what, kib, budget, mark) =>
  [what.padEnd(28), kib.padStart(9), budget.padStart(9), mark].join(' ').trimEnd()
console.log(line('', 'KiB', 'at most', ''))
for (const { what, kib, budget } of rows)
  console.log(line(what, kib.toFixed(1), budget.toFixed(0), kib > budget ? '✗ too much' : ''))
if (rows.some(({ kib, budget }) => kib > budget)) process.exitCode = 1
