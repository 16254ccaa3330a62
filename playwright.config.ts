import { defineConfig } from '@playwright/test';

/** Virtual displays that scripts/suites/e2e.mjs opened, none on a computer that has one of its own. */
const displays = process.env.ALIQUOT_TEST_DISPLAYS?.split(' ') ?? [];

/** The real application, built: one at a time for every display, because two on one take the focus from each other. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  workers: Math.max(displays.length, 1),
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Limits for what hangs, far beyond what a busy machine needs.
  timeout: 180_000,
  expect: { timeout: 30_000 },
});
