import { Injectable } from '@nestjs/common'
import { dangerIn, isByTheHour, isConditional, type Urgency } from '@minsheng/shared'
import { Departments } from '../people/index.js'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Editions, Kept } from '../platform/editions.js'
import { Present } from '../platform/present.js'
import { Category } from './category.entity.js'
import { Localities } from './locality/localities.js'
import { judged } from './classifier/judgement.js'
import { type ExampleSource, RoutingExample } from './routing-example.entity.js'
import { type KeptGuess, outcomeOf, recordOf, type Route } from './route.js'
import { RoutingModels } from './routing-models.js'
import { type Ruling, RoutingRules } from './routing-rules.js'
import type { Lineage, Matter } from './rule-book.js'

/** A category that a need can have (level 2), with its field. */
export interface CategoryEntry {
  id: string
  code: string
  name: string
  fieldId: string
  fieldName: string
  urgency: Urgency
  isEvidenceRequired: boolean
  isReviewed: boolean
  isFollowedUp: boolean
}

interface Catalogue {
  categories: Category[]
  entries: Map<string, CategoryEntry>
  /** Of fields and categories. */
  names: Map<string, string>
  /** The same categories by code, which is what a model answers with. */
  byCode: Map<string, CategoryEntry>
}

interface Guessed {
  category: CategoryEntry
  confidence: number
  words: string[]
}

const keptGuess = ({ category: { id: categoryId }, confidence, words }: Guessed): KeptGuess => ({
  categoryId,
  confidence,
  words,
})

/** So many pieces of the text are kept that spoke for a guess. */
const WORDS = 3

/** Text → category (a model) → department (rules). Categories, model and rules are small and kept in memory. */
@Injectable()
export class Routing {
  private readonly catalogue: Kept<Catalogue>

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly rules: RoutingRules,
    private readonly models: RoutingModels,
    private readonly localities: Localities,
    private readonly departments: Departments,
    editions: Editions,
  ) {
    this.catalogue = new Kept(editions, 'district', () => this.read())
  }

  async tree(): Promise<readonly Category[]> {
    return (await this.catalogue.value()).categories
  }

  /** The categories that a need can have, by code. */
  async byCode(): Promise<ReadonlyMap<string, CategoryEntry>> {
    return (await this.catalogue.value()).byCode
  }

  /** What a need can be about. */
  async leaves(): Promise<CategoryEntry[]> {
    return [...(await this.catalogue.value()).entries.values()]
  }

  /** What fields and categories are called, by id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    return (await this.catalogue.value()).names
  }

  async category(id: string): Promise<CategoryEntry | undefined> {
    return (await this.catalogue.value()).entries.get(id)
  }

  /** Whether a category, or any of a field, is one that is counted in workdays and not in hours. */
  async hasUnhurried(categoryId: string): Promise<boolean> {
    return (await this.leaves()).some(
      ({ id, fieldId, urgency }) => (id === categoryId || fieldId === categoryId) && !isByTheHour(urgency),
    )
  }

  /**
   * What a text is about and whose it is; sure only above the threshold, with a rule, without words of danger. Costs
   * no query.
   * WORKFLOW §1 "dispatch".
   */
  async route(text: string, place: Lineage, at = this.present.now()): Promise<Route> {
    const isDangerous = dangerIn(text).length > 0
    const { guessed, isSure, model } = await this.judge(text, isDangerous)
    const rulings = await Promise.all(guessed.map(({ category }) => this.rule(category, { text, place, at })))
    const guesses = guessed.map(({ category: { id: categoryId }, confidence }, rank) => {
      const departmentId = rulings[rank]?.departmentId ?? null
      return { categoryId, confidence, departmentId }
    })
    const [guess] = guesses
    const [ruling] = rulings
    const outcome = outcomeOf(isSure, ruling, isDangerous)
    return {
      guesses,
      sure: outcome === 'sure' && guess && ruling ? { ...ruling, ...guess } : undefined,
      record: recordOf(outcome, ruling, { model, guesses: guessed.map(keptGuess) }),
    }
  }

  /** Whose a matter of a category is, when a person has said what it is about. */
  async decide(category: CategoryEntry, matter: Omit<Matter, 'at'>): Promise<Ruling> {
    return this.rule(category, { ...matter, at: this.present.now() })
  }

  /** The rule's word, unless it is about everywhere and the matter is surely the town's or street's own. */
  private async rule(category: CategoryEntry, matter: Matter): Promise<Ruling> {
    const ruling = await this.rules.decide(category, matter)
    const office = await this.localities.officeOf(matter.place.streetId)
    if (!office || !(await this.mayBeTowns(category, ruling))) return ruling
    const guesses = [{ code: category.code, confidence: 1 }]
    const guess = this.localities.guess({ subject: matter.text, detail: '', guesses })
    if (!guess) return ruling
    const { probability, words, isSure } = guess
    const town = { probability, words, isTaken: isSure }
    return isSure ? { ...ruling, departmentId: office.id, town } : { ...ruling, town }
  }

  /** Never what is urgent, what a utility supplies, or what the city has ruled more closely than for everywhere. */
  private async mayBeTowns({ urgency }: CategoryEntry, { rule, departmentId }: Ruling): Promise<boolean> {
    if (!rule || rule.areaId !== null || rule.priority > 0 || isConditional(rule)) return false
    if (urgency === 'critical' || urgency === 'urgent' || departmentId === null) return false
    return (await this.departments.byId(departmentId))?.kind === 'bureau'
  }

  /** Keeps what a person said the right answer is, to learn from. */
  async learn(
    tx: Tx,
    example: {
      needId: string
      source: ExampleSource
      categoryId: string
      departmentId: string | null
      guessedCategoryId: string | null
    },
  ): Promise<void> {
    const at = this.present.now()
    await insertRows(tx, RoutingExample, [{ id: newId(at), at, ...example }])
  }

  /** The two likeliest categories with the words that spoke for them, best first, and whether the first is sure. */
  private async judge(text: string, isForPerson: boolean) {
    const { byCode } = await this.catalogue.value()
    const { version, model } = await this.models.live()
    const reading = model.read(text)
    const { guesses, isSure } = judged(reading, 2, isForPerson)
    const guessed = guesses.flatMap(({ code, confidence }) => {
      const category = byCode.get(code)
      const words = reading.reasons(code, WORDS)
      return category ? [{ category, confidence: Math.round(confidence * 1000) / 1000, words }] : []
    })
    return {
      guessed,
      isSure: isSure && guesses[0]?.code === guessed[0]?.category.code,
      model: String(version),
    }
  }

  private async read(): Promise<Catalogue> {
    const reader = this.unitOfWork.reader
    const categories = await reader.find(Category, { order: { level: 'ASC', position: 'ASC' } })
    const fields = new Map(categories.filter(({ level }) => level === 1).map((field) => [field.id, field]))
    const leaves = categories.filter(({ level }) => level === 2)
    const entries = leaves.map((leaf): [string, CategoryEntry] => [
      leaf.id,
      {
        id: leaf.id,
        code: leaf.code,
        name: leaf.name,
        fieldId: leaf.parentId ?? leaf.id,
        fieldName: fields.get(leaf.parentId ?? '')?.name ?? leaf.name,
        urgency: leaf.urgency,
        isEvidenceRequired: leaf.isEvidenceRequired,
        isReviewed: leaf.isReviewed,
        isFollowedUp: leaf.isFollowedUp,
      },
    ])
    return {
      categories,
      entries: new Map(entries),
      names: new Map(categories.map(({ id, name }) => [id, name])),
      byCode: new Map(entries.map(([, entry]) => [entry.code, entry])),
    }
  }
}
