/** Ends a wait early. A ring while nobody waits is not lost. */
export class Doorbell {
  private hasRung = false
  private answer: (() => void) | undefined

  ring(): void {
    this.hasRung = true
    this.answer?.()
  }

  /** Until it rings, at once if it has rung since the last wait, or until the time is up. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.hasRung) await this.rungOrOver(milliseconds)
    this.hasRung = false
  }

  private rungOrOver(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        this.answer = undefined
        resolve()
      }
      const timer = setTimeout(over, milliseconds)
      this.answer = over
    })
  }
}
