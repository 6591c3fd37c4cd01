/** The offices of towns and streets, among the kinds of units. */
export const TOWN = '街道乡镇'

/** Which kind of unit a category belongs to, and how often it is the town's or street's own matter. */
export interface UnitKind {
  kind: string
  town: number
}

/** The table of a file with the columns code, kind, town; a category without a line has that of its field. */
export function unitKindsIn(table: string): (code: string) => UnitKind | undefined {
  const kinds = new Map(
    table
      .trim()
      .split('\n')
      .slice(1)
      .map((line): [string, UnitKind] => {
        const [code = '', kind = '', town = ''] = line.split('\t')
        return [code, { kind, town: Number(town) }]
      }),
  )
  return (code) => kinds.get(code) ?? kinds.get(code.replace(/\..*/, ''))
}
