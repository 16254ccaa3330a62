import { configDefaults, defineConfig } from 'vitest/config';

const everywhere = {
  environment: 'node',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What is waited for comes, however slow the machine; the default of a second measures the machine.
  expect: { poll: { timeout: 30_000 } },
} as const;

/** Nothing here keeps anything between two calls (the import law), so its tests share a process: each one's own loads the chemistry a hundred times. */
const pure = ['test/core/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/i18n/**/*.test.ts'];

/** test/house plants violations into copies of the sources; it is its own project because it takes long and needs no parallelism. */
export default defineConfig({
  test: {
    // Vitest leaves one core to a person who works; a run of the suite has the machine.
    maxWorkers: '100%',
    projects: [
      { test: { ...everywhere, name: 'pure', include: pure, isolate: false } },
      {
        test: {
          ...everywhere,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...pure, 'test/e2e/**', 'test/house/**'],
          globalSetup: ['test/support/once-a-run.ts'],
        },
      },
      {
        test: { name: 'house', include: ['test/house/**/*.test.ts'], environment: 'node', testTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
