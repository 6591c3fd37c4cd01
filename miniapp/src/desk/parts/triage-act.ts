/** What a dispatcher can do besides confirming a guess. */
export type TriageAct = 'dispatch' | 'reject' | 'merge' | 'decide'
