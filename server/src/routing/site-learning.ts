import { Injectable } from '@nestjs/common'
import { basename } from 'node:path'
import { unprocessable } from '../platform/problem.js'
import { readBasis } from './classifier/corpus.js'
import { encoded } from './classifier/model-file.js'
import type { SiteFigures } from './classifier/site-figures.js'
import { type Basis, trainOnSite } from './classifier/site-training.js'
import { ModelKeeping } from './model-keeping.js'
import { RoutingModels } from './routing-models.js'
import { type SiteTexts, SiteTextStore } from './site-texts.js'

/** On fewer texts a model learns nothing that could be measured. */
export const FEWEST_TEXTS = 200
/** Where the database's closed needs are the ledger. */
export const DATABASE = 'database'
const NAME = 100

export interface Learned {
  version: number
  figures: SiteFigures
  unknown: SiteTexts['unknown']
}

/** Learning on site: a city's texts make a model that waits for a person. docs/adr/0100 */
@Injectable()
export class SiteLearning {
  constructor(
    private readonly store: SiteTextStore,
    private readonly models: RoutingModels,
    private readonly keeping: ModelKeeping,
  ) {}

  /**
   * @param from `database`, or a ledger's file with the columns id, label (or category), subject, detail
   * @throws Problem 422 `too_few_texts`; Error for a file that is no ledger
   */
  async learn(byId: string, from: string, basis?: Basis): Promise<Learned> {
    const { texts, unknown } = await (from === DATABASE ? this.store.ofDatabase() : this.store.ofLedger(from))
    if (texts.length < FEWEST_TEXTS) throw unprocessable('too_few_texts', tooFewWords(texts.length, unknown))
    const { model: live } = await this.models.live()
    const { model, figures } = trainOnSite(texts, basis ?? (await readBasis()), live)
    const source = basename(from).slice(-NAME)
    return {
      version: await this.keeping.add(byId, { bytes: encoded(model), figures, source }),
      figures,
      unknown,
    }
  }
}

function tooFewWords(found: number, unknown: SiteTexts['unknown']): string {
  const strange = unknown.size > 0 ? `；不认识的分类：${[...unknown.keys()].slice(0, 5).join('、')}` : ''
  return `能学习的只有 ${found} 条，至少要 ${FEWEST_TEXTS} 条${strange}`
}
