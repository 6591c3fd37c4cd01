/** WeChat reads nothing aloud without a plugin of a third party: its users have the screen reader of the phone. */
export const ReadAloud = (_: { text: string }) => null
