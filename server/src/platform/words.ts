import { applyDecorators } from '@nestjs/common'
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { IsOptional, ValidateBy } from 'class-validator'

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value)

interface Said {
  message: string
  /** Of each text of a list. */
  each?: boolean
}

const isWithin = (value: unknown, min: number, max: number): boolean => {
  const length = typeof value === 'string' ? [...value].length : -1
  return length >= min && length <= max
}

/** Counted as the database counts: class-validator takes a heart of two characters for one. */
export const Length = (min: number, max: number, said?: Said): PropertyDecorator =>
  ValidateBy({ name: 'length', validator: { validate: (value) => isWithin(value, min, max) } }, said)

/** As `Length`, of what may be empty. */
export const MaxLength = (max: number, said?: Said): PropertyDecorator => Length(0, max, said)

export interface WordsRule {
  min: number
  max: number
  /** What to do about it when there are fewer, or more. */
  message: string
  description?: string
}

const described = ({ min, max, description }: WordsRule): PropertyDecorator =>
  ApiProperty({ minLength: min, maxLength: max, ...(description !== undefined && { description }) })

/** What somebody has to write: blanks at its ends do not count, and blanks alone are nothing. */
export const Words = (rule: WordsRule): PropertyDecorator =>
  applyDecorators(Transform(trimmed), RuledWords(rule))

/** The same where the rule of the act looks at the blanks, and refuses them with a code of its own. */
export const RuledWords = (rule: WordsRule): PropertyDecorator =>
  applyDecorators(described(rule), Length(rule.min, rule.max, { message: rule.message }))

/** The same of what may be left out. */
export const OptionalWords = ({ max, message, description }: Omit<WordsRule, 'min'>): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ maxLength: max, ...(description !== undefined && { description }) }),
    IsOptional(),
    Transform(trimmed),
    MaxLength(max, { message }),
  )
