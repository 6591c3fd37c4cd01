import { Tag, type Tone } from './tag'

const tones: Record<'green' | 'yellow' | 'red', Tone> = { green: 'jade', yellow: 'amber', red: 'red' }

/** A due-time light: the colour, and always the words that say the same. */
export function Light({ light, words }: { light: keyof typeof tones; words: string }) {
  return <Tag tone={tones[light]}>{words}</Tag>
}
