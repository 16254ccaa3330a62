import { describe, expect, it } from 'vitest';
import { sharedIsHere } from '../../support/corpus/files';
import { judgeCorpus } from '../../support/corpus/report';

if (!sharedIsHere) console.warn('corpus left out: ../shared/data is not here');

/** What `npm run corpus` prints, held to the goals of the issue. */
describe.skipIf(!sharedIsHere)('the corpus of instrument files', () => {
  const judged = sharedIsHere ? judgeCorpus() : [];

  it('is read: at least 98 % of what a person calls a readable spectrum', () => {
    const readable = judged.filter((file) => file.readable);
    const missed = readable.filter(({ read }) => !read).map(({ file, facts }) => `${file}: ${facts.refusal}`);
    console.log(`corpus: ${readable.length - missed.length} of ${readable.length} readable files read; not: ${missed.join('; ')}`);
    expect(missed.length).toBeLessThanOrEqual(0.02 * readable.length);
  });

  it('agrees with its manifests, but where a file or a statement is at fault and it is said why', () => {
    const open = judged.flatMap(({ file, mismatches }) =>
      mismatches.filter(({ why }) => why === undefined).map(({ what, found }) => `${file}: ${what}, found ${found}`),
    );
    console.log(
      `corpus: ${judged.reduce((sum, { checks }) => sum + checks.length, 0)} statements of the manifests held against what was read`,
    );
    expect(open).toEqual([]);
  });

  it('is refused by name where a person sees no spectrum', () => {
    // A format that was not asked for may be read all the same.
    const taken = judged
      .filter(({ readable, read, whyNot }) => !readable && read && !whyNot.includes('not among the formats asked'))
      .map(({ file, facts }) => `${file} as ${facts.format}`);
    expect(taken).toEqual([]);
  });
});
