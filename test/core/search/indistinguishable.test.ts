import { describe, expect, it } from 'vitest';
import { EiIndex } from '../../../src/core/search/index/ei-index';
import { indistinguishable } from '../../../src/core/search/indistinguishable';

describe('indistinguishable', () => {
  const index = new EiIndex();
  const candidate = { mz: [58, 77, 91, 115, 134], intensity: [999, 80, 120, 40, 60] };
  index.add(1, candidate);
  index.add(2, { mz: [58, 77, 91, 115, 134], intensity: [999, 84, 118, 42, 58] });
  index.add(3, { mz: [44, 65, 91, 120], intensity: [999, 80, 250, 10] });

  it('lists entries at or above the threshold, without the candidate itself', () => {
    expect(indistinguishable(candidate, index, { candidateKey: 1 }).map(({ recordKey }) => recordKey)).toEqual([2]);
    expect(indistinguishable(candidate, index).map(({ recordKey }) => recordKey)).toEqual([1, 2]);
    expect(indistinguishable(candidate, index, { candidateKey: 1, threshold: 999.4 })).toEqual([]);
    expect(indistinguishable(candidate, index, { candidateKey: 1, accepts: (key) => key !== 2 })).toEqual([]);
  });
});
