/** WeChat's page needs no preparation. */
export function preparePage() {}
