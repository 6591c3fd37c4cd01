import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, nullable, word } from '../platform/database/index.js'

export const entryKinds = ['door', 'hall', 'department'] as const
export type EntryKind = (typeof entryKinds)[number]

/** A code on a door, in a hall or at a department, that opens the mini-program with the place filled in. */
@Entity('entry')
export class Entry {
  /** In lower case: not every database tells capitals apart. */
  @PrimaryColumn(word(32)) scene: string
  @Column(word(12)) kind: EntryKind
  @Column(nullable(id())) areaId: string | null
  @Column(nullable(id())) departmentId: string | null
  /** What the screen says about where one is. */
  @Column(word(60)) words: string
}
