import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedIndex } from '../../../../src/renderer/components/data-list/list-keys';

describe('keys in a list', () => {
  it('move by one, by a page, to the ends', () => {
    expect(movedIndex('ArrowDown', 3, 10, 4)).toBe(4);
    expect(movedIndex('ArrowUp', 0, 10, 4)).toBe(0);
    expect(movedIndex('PageDown', 8, 10, 4)).toBe(9);
    expect(movedIndex('PageUp', 8, 10, 4)).toBe(4);
    expect(movedIndex('Home', 8, 10, 4)).toBe(0);
    expect(movedIndex('End', 0, 10, 4)).toBe(9);
  });

  it('start at the first row when none is current', () => {
    expect(movedIndex('ArrowDown', -1, 10, 4)).toBe(0);
  });

  it('leave other keys and empty lists alone', () => {
    expect(movedIndex('a', 3, 10, 4)).toBeNull();
    expect(movedIndex('End', -1, 0, 4)).toBeNull();
  });

  it('never leave the list', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(
        key,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: -1, max: 499 }),
        fc.integer({ min: 1, max: 60 }),
        (name, count, at, page) => {
          const index = movedIndex(name, Math.min(at, count - 1), count, page);
          return index !== null && index >= 0 && index < count;
        },
      ),
    );
  });
});
