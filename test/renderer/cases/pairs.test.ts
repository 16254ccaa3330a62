import { describe, expect, it } from 'vitest';
import type { Batch, Injection } from '../../../src/contract/casework';
import type { ReferenceLot } from '../../../src/contract/lots';
import { referencesFor, unknownsFor } from '../../../src/renderer/screens/cases/exhibit/comparison/pairs';
import { spectraOf } from '../../../src/renderer/screens/cases/exhibit/sequence/placed-spectra';

function injection(position: number, kind: Injection['kind'], lot: string | null, minutes: readonly (number | null)[]): Injection {
  const id = `injection-${position}`;
  return {
    id,
    rowVersion: 1,
    batchId: 'batch',
    position,
    vial: String(position),
    kind,
    sampleId: kind === 'case' ? `sample-${position}` : null,
    sampleCode: null,
    exhibitId: kind === 'case' ? 'exhibit' : null,
    referenceLotId: lot,
    referenceLotCode: lot,
    injectedAt: '2026-11-21T09:00:00.000Z',
    spectra: minutes.map((minute, record) => ({
      id: `${position}.${record}`,
      injectionId: id,
      fileName: 'file.msp',
      sha256: '',
      record,
      name: '',
      retentionTimeMinutes: minute,
      retentionTimeFrom: minute === null ? 'none' : 'file',
      peakCount: 10,
    })),
  };
}

const batch = {
  id: 'batch',
  injections: [
    injection(1, 'reference', 'fentanyl-lot', [12.67]),
    injection(2, 'reference', 'caffeine-lot', [7.47]),
    injection(3, 'case', null, [7.48, 12.66]),
    injection(4, 'case', null, [7.46, 12.68]),
  ],
} as unknown as Batch;
const lots = [
  { id: 'fentanyl-lot', substanceId: 'fentanyl' },
  { id: 'caffeine-lot', substanceId: 'caffeine' },
] as unknown as readonly ReferenceLot[];
const unknowns = spectraOf([batch], ({ kind }) => kind === 'case');
const first = (substance: string, compared: readonly string[]) =>
  unknownsFor(unknowns, (unknown) => referencesFor(unknown, [batch], lots, substance), new Set(compared))[0]?.spectrum.id;

describe('what the window proposes to compare', () => {
  it('offers references of the substance alone', () => {
    const [unknown] = unknowns;
    expect(unknown && referencesFor(unknown, [batch], lots, 'fentanyl').map(({ spectrum }) => spectrum.id)).toEqual(['1.0']);
    expect(unknown && referencesFor(unknown, [batch], lots, 'heroin')).toEqual([]);
  });

  it('takes the peak at the reference’s place, in the order of injection', () => {
    expect(first('fentanyl', [])).toBe('3.1');
    expect(first('caffeine', [])).toBe('3.0');
  });

  it('goes on to the next sample when one is compared, never to another peak', () => {
    expect(first('fentanyl', ['3.1'])).toBe('4.1');
    expect(first('fentanyl', ['3.1', '4.1'])).toBe('3.1');
  });
});
