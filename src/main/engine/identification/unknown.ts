import type { SpectrumSummary } from '../../../contract/library';
import { abscissaValues } from '../../../core/spectrum/axis';
import type { Curves, Technique, Trace } from '../../../core/spectrum/curves';
import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import { refused } from '../failures';

interface Named {
  readonly name: string;
  readonly otherFields: readonly { readonly field: string; readonly value: string }[];
}

/** What a mass spectrum says of how it was measured, as far as a search needs it. */
export interface Acquired {
  readonly ionisation: SpectrumSummary['ionisation'];
  readonly msLevel: number;
  readonly precursorMz: number | null;
  readonly adduct: string | null;
  /** As written. */
  readonly energy: string | null;
}

export interface PeakNumbers {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** The unknown, wherever it comes from: peaks, a trace, or the peaks of one sample at several energies. */
export type Unknown = Named &
  (
    | ({ readonly kind: 'peaks' } & PeakNumbers & Acquired)
    | { readonly kind: 'trace'; readonly technique: Technique; readonly trace: Trace }
    | ({ readonly kind: 'energies'; readonly parts: readonly (PeakNumbers & { readonly energy: number })[] } & Acquired)
  );
export type UnknownPeaks = Extract<Unknown, { readonly kind: 'peaks' }>;
export type UnknownTrace = Extract<Unknown, { readonly kind: 'trace' }>;
export type UnknownEnergies = Extract<Unknown, { readonly kind: 'energies' }>;

export const NO_PEAKS: PeakNumbers = { mz: new Float64Array(0), intensity: new Float64Array(0) };

export function techniqueOf(unknown: Unknown): Technique {
  return unknown.kind === 'trace' ? unknown.technique : 'mass-spectrometry';
}

/** The peaks to show of an unknown: of several energies those of the first; none of a trace. */
export function peaksOf(unknown: Unknown): PeakNumbers {
  if (unknown.kind === 'peaks') return unknown;
  return unknown.kind === 'trace' ? NO_PEAKS : (unknown.parts[0] ?? NO_PEAKS);
}

export function unknownSpectrum(spectrum: MassSpectrum): UnknownPeaks {
  const { identity, acquisition, mz, intensity, otherFields } = spectrum;
  const stated: readonly (readonly [string, string | undefined])[] = [
    ['formula', identity.formula],
    ['cas', identity.cas],
    ['inchikey', identity.inchikey],
    ['instrument', acquisition.instrument],
    ['retentionTime', acquisition.retentionTime],
    ['accession', spectrum.accession],
  ];
  return {
    kind: 'peaks',
    name: identity.name,
    mz,
    intensity,
    ionisation: acquisition.ionisation,
    msLevel: acquisition.msLevel,
    precursorMz: acquisition.precursorMz ?? null,
    adduct: acquisition.adduct ?? null,
    energy: acquisition.collisionEnergy ?? null,
    otherFields: [
      ...stated.flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }])),
      ...otherFields.map(({ field, value }) => ({ field, value })),
    ],
  };
}

/** @throws Failure REFUSED for a record without a trace */
export function unknownTrace({ identity, technique, conditions, traces, otherFields }: Curves): UnknownTrace {
  const trace = traces.find(({ role }) => role === 'measured') ?? traces[0];
  if (trace === undefined) throw refused('identify.no-trace', { name: identity.name });
  const stated = Object.entries(conditions).map(([field, value]) => ({ field, value: String(value) }));
  return {
    kind: 'trace',
    name: identity.name,
    technique,
    trace,
    otherFields: [...stated, ...otherFields.map(({ field, value }) => ({ field, value }))],
  };
}

/**
 * Two columns that state no axes, taken for m/z and intensity: what a person says who searches them as spectra of one sample at several energies. Anything
 * that states what it is stays that.
 */
export function asMassSpectrum(unknown: Unknown): Unknown {
  if (unknown.kind !== 'trace' || (unknown.technique !== 'unknown' && unknown.technique !== 'mass-spectrometry')) return unknown;
  const { name, otherFields, trace } = unknown;
  const acquired = { ionisation: 'unknown', msLevel: 1, precursorMz: null, adduct: null, energy: null } as const;
  return { kind: 'peaks', name, otherFields, mz: abscissaValues(trace.x), intensity: trace.y.values, ...acquired };
}
