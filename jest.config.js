/** @type {import('jest').Config} */
export default {
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.agora/', '/.cache/'],
  modulePathIgnorePatterns: ['<rootDir>/.agora/', '<rootDir>/.cache/'],
  globalSetup: './local/testing/global-setup.ts',
  globalTeardown: './local/testing/global-teardown.ts',
  testTimeout: 120_000,
};
