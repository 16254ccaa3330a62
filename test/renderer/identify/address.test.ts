import { describe, expect, it } from 'vitest';
import { addressOf, identifyAddress, queryOf } from '../../../src/renderer/screens/identify/address';
import { filterCount, NO_FILTERS, searchesUnstated, withUnstated } from '../../../src/renderer/screens/identify/settings';

const sha256 = 'a'.repeat(64);
const id = '01a1ffcb-bfab-759a-b537-c204acc8fe47';

describe('the address of Identify', () => {
  it('names a record of a kept file and comes back the same', () => {
    const query = { kind: 'file', sha256, fileName: 'x.msp', record: 3 } as const;
    expect(queryOf(identifyAddress.parse(addressOf(query)))).toEqual(query);
  });

  it('names a measured spectrum of an exhibit before any file', () => {
    expect(queryOf(identifyAddress.parse({ exhibit: id, measured: id, sha256, record: 0 }))).toEqual({
      kind: 'measured',
      measuredSpectrumId: id,
    });
  });

  it('names what a person chose of an opened file: a record, a scan, or scans averaged', () => {
    const averaging = { ranges: [{ from: 3, to: 9 }], background: [{ from: 20, to: 24 }], msLevel: null, binWidth: 1 };
    for (const query of [
      { kind: 'opened', fileId: id, index: 2, scan: null, averaging: null },
      { kind: 'opened', fileId: id, index: 0, scan: 17, averaging: null },
      { kind: 'opened', fileId: id, index: 0, scan: null, averaging },
    ] as const)
      expect(queryOf(identifyAddress.parse(addressOf(query)))).toEqual(query);
    expect(queryOf(identifyAddress.parse({ opened: id, averaging: 'none', scan: -2 }))).toEqual({
      kind: 'opened',
      fileId: id,
      index: 0,
      scan: null,
      averaging: null,
    });
  });

  it('names no unknown where a part is missing or is none', () => {
    expect(queryOf(identifyAddress.parse({ sha256 }))).toBeNull();
    expect(identifyAddress.parse({ search: 'nonsense', record: -1, sha256: 'short' })).toEqual({});
  });
});

describe('search settings', () => {
  it('count what narrows', () => {
    expect(filterCount(NO_FILTERS)).toBe(0);
    expect(filterCount({ ...NO_FILTERS, nominalMassFrom: 300, nominalMassTo: 340, formula: 'C22H28N2O' })).toBe(2);
  });

  it('take spectra without a stated ionisation only when asked', () => {
    const asked = withUnstated(NO_FILTERS, true);
    expect(searchesUnstated(NO_FILTERS)).toBe(false);
    expect(asked.ionisation).toEqual(['EI', 'unknown']);
    expect(searchesUnstated(withUnstated(asked, false))).toBe(false);
  });
});
