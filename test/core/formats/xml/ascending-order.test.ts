import { describe, expect, it } from 'vitest';
import { ascendingOrder } from '../../../../src/core/formats/xml/ascending-order';

/** Values that repeat, of many magnitudes, with both zeros: a linear congruential generator. */
function values(count: number): Float64Array {
  let state = 7;
  return Float64Array.from({ length: count }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (i % 1000 === 0) return i % 2000 === 0 ? -0 : 0;
    return (state % 500) * 2 ** ((state >>> 9) % 40);
  });
}

describe('ascendingOrder', () => {
  it.each([0, 1, 100, 5000, 70_000])('orders %i values, equal ones as they stood, and leaves out the places not given', (count) => {
    const all = values(count);
    const places = Array.from(all, (_, i) => i).filter((i) => i % 7 !== 3);
    const expected = places.toSorted((a, b) => (all[a] as number) - (all[b] as number) || a - b);
    expect([...ascendingOrder(Uint32Array.from(places), all)]).toEqual(expected);
  });
});
