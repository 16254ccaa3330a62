import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, localText } from '../../../src/renderer/components/fields/local-time';

describe('an instant in a field', () => {
  it('comes back as it was, to the second', () => {
    const instants = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString();
        // Where clocks go back, one local hour names two instants: the text is the same, the instant an hour apart at most.
        expect(localText(instantOf(localText(whole)))).toBe(localText(whole));
      }),
    );
  });

  it('is nothing when nothing whole was entered', () => {
    expect(localText('')).toBeNull();
    expect(instantOf(null)).toBe('');
    expect(instantOf('')).toBe('');
    expect(instantOf('2026-13-45 10:00:00')).toBe('');
  });
});
