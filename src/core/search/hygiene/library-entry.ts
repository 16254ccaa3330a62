import type { Curves, Technique, Trace } from '../../spectrum/curves';
import type { Acquisition, MassSpectrum, StatedIdentity } from '../../spectrum/mass-spectrum';

/** What the examination needs of one library entry, as the file or the laboratory states it. */
export type LibraryEntry = MassEntry | CurveEntry;

interface EntryFacts {
  /** A whole number that no other entry has. */
  readonly key: number;
  readonly identity: StatedIdentity;
  readonly licence?: string;
  readonly origin?: string;
  readonly instrument?: string;
}

export interface MassEntry extends EntryFacts {
  readonly kind: 'mass';
  readonly acquisition: Acquisition;
  /** Ascending m/z, as stored. */
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
  readonly profile: boolean;
}

export interface CurveEntry extends EntryFacts {
  readonly kind: 'curve';
  readonly technique: Technique;
  /** The trace that is searched and shown. */
  readonly trace: Trace;
}

/** A mass spectrum of the core model as an entry. */
export function massEntry(key: number, spectrum: MassSpectrum): MassEntry {
  const { identity, acquisition, mz, intensity, licence, origin, conditions } = spectrum;
  const instrument = acquisition.instrument ?? acquisition.instrumentType ?? conditions?.instrument;
  return {
    kind: 'mass',
    key,
    identity,
    acquisition,
    mz,
    intensity,
    profile: spectrum.profile === true,
    ...present({ licence, origin, instrument }),
  };
}

/** A record of curves as an entry; `undefined` when it has no trace. */
export function curveEntry(key: number, curves: Curves): CurveEntry | undefined {
  const [trace] = curves.traces;
  if (trace === undefined) return undefined;
  const { identity, technique, licence, origin, conditions } = curves;
  return { kind: 'curve', key, identity, technique, trace, ...present({ licence, origin, instrument: conditions.instrument }) };
}

function present<T extends Readonly<Record<string, string | undefined>>>(facts: T): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: string;
  };
}
