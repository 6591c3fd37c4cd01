const { transform, moduleNameMapper } = require('../jest.config')

/** The built web version in a real browser against the built server; and what the WeChat build looks like. */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.spec.ts'],
  globalSetup: '<rootDir>/e2e/start.ts',
  globalTeardown: '<rootDir>/e2e/stop.ts',
  testTimeout: 180_000,
  transform,
  moduleNameMapper,
}
