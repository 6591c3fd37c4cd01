/** When and under which UUID a phone recorded something, and when it arrived. */
export interface Recorded {
  operationId: string
  /** By the server's clock. */
  at: Date
  receivedAt: Date
}
