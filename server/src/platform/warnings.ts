import { Injectable } from '@nestjs/common'

/** What a person has to see to, though everything works. Capabilities register what they watch. */
@Injectable()
export class Warnings {
  private readonly watched: (() => readonly string[])[] = []

  watch(source: () => readonly string[]): void {
    this.watched.push(source)
  }

  all(): string[] {
    return this.watched.flatMap((source) => source())
  }
}
