const tests = require('./jest.config')

/** What is measured: with nothing else beside it. */
module.exports = { ...tests, maxWorkers: 1, testMatch: ['**/*.measure.ts'] }
