import { configDefaults, defineConfig } from 'vitest/config';

/** test/house plants violations into copies of the sources; it is its own project because it takes long and needs no parallelism. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', 'test/house/**'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'house', include: ['test/house/**/*.test.ts'], environment: 'node', testTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
