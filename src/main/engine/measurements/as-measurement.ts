import type { CurvesItem, Measurement, RunItem, SpectrumItem } from '../../../contract/measurements';
import type { Curves, Trace } from '../../../core/spectrum/curves';
import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import type { Run } from '../../../core/spectrum/run';
import type { WholeItem } from './reading/reading-messages';
import { FLAG_PROFILE, type RunTables } from './reading/reading-model';

/** A record of a file as the contract gives it: the same numbers, the words in the contract's shape. */
export function asMeasurement(index: number, { item, run }: WholeItem): Measurement {
  switch (item.kind) {
    case 'spectrum':
      return spectrumItem(index, item.spectrum);
    case 'curves':
      return curvesItem(index, item.curves);
    case 'run': {
      if (run === null) throw new Error('a run without its tables');
      return runItem(index, item.run, run.tables, run.chromatograms);
    }
  }
}

function spectrumItem(index: number, spectrum: MassSpectrum): SpectrumItem {
  const { identity, acquisition, conditions, mz, intensity, profile, accession, licence, origin, otherFields } = spectrum;
  return {
    kind: 'spectrum',
    index,
    identity,
    acquisition,
    conditions: conditions ?? {},
    peaks: { mz, intensity },
    profile: profile === true,
    accession: accession ?? null,
    licence: licence ?? null,
    origin: origin ?? null,
    otherFields,
  };
}

function curvesItem(index: number, curves: Curves): CurvesItem {
  const { technique, identity, conditions, traces, position, accession, licence, origin, otherFields } = curves;
  return {
    kind: 'curves',
    index,
    technique,
    identity,
    conditions,
    traces: [...traces],
    position: position ?? null,
    accession: accession ?? null,
    licence: licence ?? null,
    origin: origin ?? null,
    otherFields,
  };
}

function runItem(index: number, run: Run, tables: RunTables, chromatograms: readonly Trace[]): RunItem {
  const { identity, conditions, timeAxis, intensityAxis, accession, otherFields } = run;
  return {
    kind: 'run',
    index,
    identity,
    conditions,
    timeAxis,
    intensityAxis,
    scans: tables.times.length,
    times: tables.times,
    msLevels: tables.msLevels,
    ionCurrent: tables.ionCurrent,
    statedIonCurrent: tables.statedIonCurrent.some((value) => !Number.isNaN(value)) ? tables.statedIonCurrent : null,
    basePeak: tables.basePeak,
    mzFrom: least(tables.lowest),
    mzTo: -least(tables.highest.map((value) => -value)),
    profile: tables.flags.some((flags) => (flags & FLAG_PROFILE) !== 0),
    chromatograms: [...chromatograms],
    accession: accession ?? null,
    otherFields,
  };
}

/** The lowest of the numbers there are; 0 without any. */
function least(values: Float64Array): number {
  const found = values.reduce((lowest, value) => (value < lowest ? value : lowest), Number.POSITIVE_INFINITY);
  return Number.isFinite(found) ? found : 0;
}
