import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readBasis, shippedOptions } from './corpus.js'
import { decoded } from './model-file.js'
import type { Model } from './model.js'
import { train } from './training.js'

export const shippedFile = resolve(import.meta.dirname, '../../../routing-model/default.bin')

/** The version of the model that comes with the program. */
export const SHIPPED = 0

export async function shippedModel(): Promise<Model> {
  return decoded(await readFile(shippedFile))
}

/** Trains it anew, from the corpus: the same bytes as are shipped. */
export async function trainShipped(): Promise<Model> {
  const { corpus, ordinary } = await readBasis()
  return train(corpus, { ...shippedOptions, judgedBy: ordinary })
}
