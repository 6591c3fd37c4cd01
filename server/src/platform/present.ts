import { Injectable } from '@nestjs/common'

/** The present. Injected, so that a test or the demonstration's history can have another one. */
@Injectable()
export class Present {
  now(): Date {
    return new Date()
  }
}

/** A present that stands still where it is put. */
export class SettablePresent extends Present {
  constructor(private at: Date) {
    super()
  }
  override now(): Date {
    return new Date(this.at)
  }
  set(at: Date): void {
    this.at = at
  }
  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds)
  }
}
