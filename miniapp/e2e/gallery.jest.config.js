const tests = require('./jest.config')

/** `pnpm gallery`: every scene in every look and state as a picture. */
module.exports = { ...tests, testMatch: ['**/*.gallery.ts'] }
