/** A browser asks for each permission by itself: there is no sheet. */
export const PrivacySheet = () => null
