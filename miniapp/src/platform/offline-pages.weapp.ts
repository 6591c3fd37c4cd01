/** WeChat keeps the pages of a mini-program itself. */
export function keepPages(): void {}
