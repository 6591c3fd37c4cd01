const { transform, moduleNameMapper } = require('../jest.config')

/** The built web version in a real browser against the built server; and what the WeChat build looks like. */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.spec.ts'],
  globalSetup: '<rootDir>/e2e/start.ts',
  globalTeardown: '<rootDir>/e2e/stop.ts',
  maxWorkers: 2, // each with a server and a browser of its own; `-i` runs a single file with one
  testTimeout: 180_000,
  transform,
  moduleNameMapper,
}
