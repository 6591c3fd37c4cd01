import type { Asked } from './subscribe'

/** WeChat's messages are for the mini-program; in a browser there are notices in the app, and SMS. */
export const askToTell: ((templateIds: string[]) => Promise<Asked>) | null = null
