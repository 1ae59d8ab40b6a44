import os from 'node:os';

const GIGABYTE = 1024 ** 3;

const shared = {
  runtime: '<rootDir>/local/testing/runtime.ts',
  testEnvironment: './local/testing/environment.ts',
  injectGlobals: false,
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.agora/', '/.cache/'],
  modulePathIgnorePatterns: ['<rootDir>/.agora/', '<rootDir>/.cache/'],
};

const onPostgres = {
  testEnvironment: './local/testing/telling-environment.ts',
  globalSetup: './local/testing/global-setup.ts',
  globalTeardown: './local/testing/global-teardown.ts',
};

/** By what a test needs; `npm test -- --selectProjects unit` takes those of one. */
const PROJECTS = {
  /** The rules of a subgraph, beside the code that they are of: nothing is started for them. */
  unit: { folders: ['subgraphs/*/src'] },
  /** The graph and its door, in this process. */
  graph: { folders: ['schema', 'executor', 'gateway'] },
  /** The product as it is started, in processes of its own. */
  programs: { folders: ['e2e', 'local', 'clients', 'bench'], ...onPostgres },
  /** A service on its database and its bus. */
  services: { folders: ['platform', 'subgraphs/*/test'], ...onPostgres },
};

/** @type {import('jest').Config} */
export default {
  projects: Object.entries(PROJECTS).map(([displayName, { folders, ...needs }]) => ({
    ...shared,
    ...needs,
    displayName,
    testMatch: folders.map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
  })),
  // Long enough for a machine that is ten times slower than a laptop: it ends what hangs, and judges nothing.
  testTimeout: 600_000,
  // A worker that has nothing left to do ends by itself; the half second that is usual is too short for a busy machine.
  workerGracefulExitTimeout: 30_000,
  // What files of tests leave in a worker's memory adds up; above this it ends, and another one takes its place.
  workerIdleMemoryLimit: 1.5 * GIGABYTE,
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'html'],
  testSequencer: './local/testing/programs-first.js',
  // One more than there are processors, because half of a marketplace's time is waiting; one with its broker takes 2 GB.
  maxWorkers: Math.max(1, Math.min(os.availableParallelism() + 1, Math.floor(os.totalmem() / (2 * GIGABYTE)))),
};
