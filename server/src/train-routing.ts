import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { encoded } from './routing/classifier/model-file.js'
import { shippedFile, trainShipped } from './routing/classifier/shipped.js'

/** `pnpm routing:train`: makes the model that comes with the program from the corpus. docs/routing.md */
const model = await trainShipped()
const bytes = encoded(model)
await mkdir(dirname(shippedFile), { recursive: true })
await writeFile(shippedFile, bytes)
process.stdout.write(
  `用 ${model.header.texts} 条文本训练，${model.header.codes.length} 个类别，${Math.round(bytes.length / 1000)} KB：${shippedFile}\n`,
)
