import { describe, expect, it } from 'vitest';
import type { Runtime } from '../../scripts/setup/set-up.mjs';
import { check, crashed, sum } from '../../scripts/suites/suite.mjs';

const runtime = { node: process.execPath, env: process.env } as Runtime;

describe('the count of a suite', () => {
  it('adds up passed, failed and skipped, and keeps the words', () => {
    expect(sum([{ passed: 3, failed: 0, skipped: 1 }, { passed: 1, failed: 2, words: 'a' }, crashed('b')])).toEqual({
      passed: 4,
      failed: 3,
      skipped: 1,
      words: 'a\nthe suite crashed\nb',
    });
  });

  it('is one passed for a tool that ends well, one failed with its words for one that does not', async () => {
    expect(await check('a', runtime, ['-e', ''])).toEqual({ passed: 1, failed: 0 });
    expect(await check('a', runtime, ['-e', 'console.error("why"); process.exit(3)'])).toEqual({
      passed: 0,
      failed: 1,
      words: '--- a ---\nwhy',
    });
    expect(await check('a', { ...runtime, node: '/nowhere/node' }, [])).toMatchObject({ passed: 0, failed: 1 });
  });
});
