import { relative, sep } from 'node:path'
import { pathBetween, readImportGraph, resolveImport } from './import-graph.mjs'
import { placeOf, wrongWith } from './layers.mjs'

/** Calls `check(node, specifier)` for every static or dynamic import and every re-export. */
const forEachImport = (check) => {
  const visit = (node) => typeof node.source?.value === 'string' && check(node.source, node.source.value)
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  }
}

const fileOf = (context) => relative(context.cwd, context.filename).split(sep).join('/')

/** Who may import whom. */
const layers = {
  meta: { type: 'problem', schema: [], messages: { wrong: '{{what}}' } },
  create: (context) =>
    forEachImport((node, specifier) => {
      const what = wrongWith(fileOf(context), specifier)
      if (what) context.report({ node, messageId: 'wrong', data: { what } })
    }),
}

/** An editor keeps the linter alive, so the graph is read again when it is older than this. */
const graphLivesFor = 5000
const graphs = new Map()

function importGraph(root) {
  const known = graphs.get(root)
  if (known && Date.now() - known.readAt < graphLivesFor) return known.graph
  const graph = readImportGraph(root)
  graphs.set(root, { graph, readAt: Date.now() })
  return graph
}

/** No circle of imports, neither between files nor between the capabilities of the server. */
const noCircle = {
  meta: { type: 'problem', schema: [], messages: { circle: 'This import closes a circle: {{path}}' } },
  create(context) {
    const file = fileOf(context)
    const { files, capabilities } = importGraph(context.cwd)
    if (!files.has(file)) return {}
    const reportCircle = (node, graph, from, to) => {
      const wayBack = pathBetween(graph, to, from)
      if (wayBack)
        context.report({ node, messageId: 'circle', data: { path: [from, ...wayBack].join(' → ') } })
    }
    return forEachImport((node, specifier) => {
      const target = resolveImport(files, file, specifier)
      if (target === undefined) return
      reportCircle(node, files, file, target)
      const [from, to] = [placeOf(file).capability, placeOf(target).capability]
      if (from && to && from !== to) reportCircle(node, capabilities, from, to)
    })
  },
}

/** The import rules of DESIGN, for ESLint. */
export default { meta: { name: 'house' }, rules: { layers, 'no-circle': noCircle } }
