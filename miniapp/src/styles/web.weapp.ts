/** WeChat brings its own form elements and tab bar. */
export {}
