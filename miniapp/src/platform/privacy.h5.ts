/** A browser asks for each permission by itself. */
export function listenForPrivacy() {}
