const LENGTH = 24

/** A title from the resident's own words: the first clause that says something, cut at 24 characters. */
export function titleOf(text: string): string {
  const clauses = text
    .replace(/\s+/g, ' ')
    .split(/[，。！？；,.!?;\n]/)
    .map((clause) =>
      clause.trim().replace(/^(?:您好|你好|请问|我想反映一下|我想反映|反映一下|我要反映|领导)[：: ]*/u, ''),
    )
    .filter((clause) => clause.length > 0)
  const [first = text.trim(), second] = clauses
  const whole = [...first].length < 6 && second ? `${first}，${second}` : first
  const characters = [...whole]
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : whole
}
