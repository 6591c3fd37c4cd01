/** The server cannot start, in one line that says why and what to do. */
export class StartError extends Error {}
