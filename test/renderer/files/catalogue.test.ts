import { describe, expect, it } from 'vitest';
import { conditionField, quantity, technique, traceRole, unit } from '../../../src/contract/curves';
import files from '../../../src/i18n/locales/en/files.json';
import plot from '../../../src/i18n/locales/en/plot.json';

/** Words looked up by a code at run time: the check of the catalogue sees only their common start. */
describe('every code of an opened file has its word', () => {
  it.each([
    ['quantity', quantity.options, plot.quantity],
    ['unit', unit.options, plot.unit],
    ['technique', technique.options, files.technique],
    ['condition', conditionField.options, files.condition],
    ['trace role', traceRole.options, files.trace.role],
  ] as const)('%s', (_, codes, words) => {
    expect(codes.filter((code) => !(code in words))).toEqual([]);
  });
});
