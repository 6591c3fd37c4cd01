import { DefaultNamingStrategy } from 'typeorm'

/** `submittedAt` in code is `submitted_at` in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    const name = [...prefixes, custom ?? property].join('_')
    return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  }
}
