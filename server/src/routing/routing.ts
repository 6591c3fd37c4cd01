import { Injectable } from '@nestjs/common'
import type { Urgency } from '@minsheng/shared'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Category } from './category.entity.js'
import { type ExampleSource, RoutingExample } from './routing-example.entity.js'
import { RoutingRule } from './routing-rule.entity.js'
import { type Lineage, RuleBook } from './rule-book.js'
import { SURE, WordClassifier } from './word-classifier.js'

/** A category that a need can have (level 2), with its field. */
export interface CategoryEntry {
  id: string
  name: string
  fieldId: string
  fieldName: string
  urgency: Urgency
  isEvidenceRequired: boolean
  isReviewed: boolean
}

export interface RouteGuess {
  categoryId: string
  /** The department that the rules name, or null when no rule does. */
  departmentId: string | null
  /** 0–1. */
  confidence: number
}

interface Catalogue {
  categories: Category[]
  entries: Map<string, CategoryEntry>
  /** Of fields and categories. */
  names: Map<string, string>
  rules: RuleBook
  classifier: WordClassifier
}

/** Text → category (words) → department (rules). Categories and rules are few and kept in memory. */
@Injectable()
export class Routing {
  private catalogue: Promise<Catalogue> | undefined

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** Forgets what is in memory; to be called after categories or rules have changed. */
  reload(): void {
    this.catalogue = undefined
  }

  async tree(): Promise<readonly Category[]> {
    return (await this.loaded()).categories
  }

  /** What fields and categories are called, by id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    return (await this.loaded()).names
  }

  async category(id: string): Promise<CategoryEntry | undefined> {
    return (await this.loaded()).entries.get(id)
  }

  /**
   * The two best guesses, best first, and the one that is sure enough to be dispatched without a dispatcher:
   * above the threshold, with a rule. Costs no query. WORKFLOW §1 "dispatch".
   */
  async route(
    text: string,
    place: Lineage,
  ): Promise<{ guesses: RouteGuess[]; sure: RouteGuess | undefined }> {
    const { classifier, rules, entries } = await this.loaded()
    const guesses = classifier.guess(text, 2).map(({ categoryId, confidence }) => ({
      categoryId,
      confidence: Math.round(confidence * 1000) / 1000,
      departmentId: rules.departmentOf(entries.get(categoryId), place),
    }))
    const [best] = guesses
    const isSure = best?.departmentId && best.confidence >= SURE
    return { guesses, sure: isSure ? best : undefined }
  }

  /** The department for a category in a place; the most specific rule wins. */
  async departmentFor(categoryId: string, place: Lineage): Promise<string | null> {
    const { rules, entries } = await this.loaded()
    return rules.departmentOf(entries.get(categoryId), place)
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

  private loaded(): Promise<Catalogue> {
    this.catalogue ??= this.load().catch((error: unknown) => {
      this.catalogue = undefined
      throw error
    })
    return this.catalogue
  }

  private async load(): Promise<Catalogue> {
    const reader = this.unitOfWork.reader
    const categories = await reader.find(Category, { order: { level: 'ASC', position: 'ASC' } })
    const rules = await reader.find(RoutingRule)
    const fields = new Map(categories.filter(({ level }) => level === 1).map((field) => [field.id, field]))
    const leaves = categories.filter(({ level }) => level === 2)
    const entries = leaves.map((leaf): [string, CategoryEntry] => [
      leaf.id,
      {
        id: leaf.id,
        name: leaf.name,
        fieldId: leaf.parentId ?? leaf.id,
        fieldName: fields.get(leaf.parentId ?? '')?.name ?? leaf.name,
        urgency: leaf.urgency,
        isEvidenceRequired: leaf.isEvidenceRequired,
        isReviewed: leaf.isReviewed,
      },
    ])
    return {
      categories,
      entries: new Map(entries),
      names: new Map(categories.map(({ id, name }) => [id, name])),
      rules: new RuleBook(rules),
      classifier: new WordClassifier(leaves),
    }
  }
}
