/** WeChat signs in by itself: there is no sheet. */
export const SignInSheet = () => null
