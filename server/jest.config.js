/** Nest 12 is ESM only, so the tests run as ESM. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@minsheng/shared$': '<rootDir>/../shared/src/index.ts',
  },
  setupFiles: ['reflect-metadata'],
  maxWorkers: '100%', // every file has a database of its own
  // A database of one's own takes its time on a busy machine.
  testTimeout: 120_000,
  transform: { '^.+\\.ts$': '@swc/jest' },
}
