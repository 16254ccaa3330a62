import type { SpectrumChoice } from '../../../contract/measurements';
import type { Curves } from '../../../core/spectrum/curves';
import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import type { Run } from '../../../core/spectrum/run';
import { notFound, refused } from '../failures';
import type { KeptReading } from './reading/reading-messages';
import type { ReadingClient } from './reading-client';

/** What a person chose of an opened file, as one record that can be searched, kept and written. */
export type ChosenRecord =
  | { readonly kind: 'spectrum'; readonly spectrum: MassSpectrum }
  | { readonly kind: 'curves'; readonly curves: Curves };

/** @throws Failure NOT_FOUND for an item or scan that is not there, REFUSED `measurements.run-needs-scans` for a run as a whole */
export async function chosenRecord(
  desk: ReadingClient,
  reading: KeptReading,
  { index, scan, averaging }: Omit<SpectrumChoice, 'fileId'>,
): Promise<ChosenRecord> {
  const whole = await desk.ask('item', { reading, index });
  if (whole === null) throw notFound('item', `${reading.name} ${index}`);
  const { item, run } = whole;
  if (item.kind !== 'run' || run === null) {
    if (item.kind === 'run') throw new Error('a run without its tables');
    return item;
  }
  if (averaging !== null) {
    const averaged = await desk.ask('averaged', { reading, index, averaging });
    if (averaged === null) throw notFound('item', `${reading.name} ${index}`);
    if (typeof averaged === 'string') throw refused(`measurements.${averaged}`);
    const times = averaging.ranges.map(({ from, to }) => `${run.tables.times[from] ?? '?'}–${run.tables.times[to] ?? '?'}`);
    const retentionTime = `${times.join(', ')} ${item.run.timeAxis.unit}`;
    return { kind: 'spectrum', spectrum: spectrumOfRun(item.run, averaged, { retentionTime, msLevel: averaging.msLevel ?? 1 }) };
  }
  if (scan === null) throw refused('measurements.run-needs-scans', { name: item.run.identity.name });
  const found = await desk.ask('scan', { reading, index, scan });
  if (found === null) throw notFound('scan', `${reading.name} ${index} ${scan}`);
  const { peaks, msLevel, polarity, precursorMz, precursorCharge, collisionEnergy, time, profile } = found;
  const spectrum = spectrumOfRun(item.run, peaks, {
    msLevel,
    ...(polarity === null ? {} : { polarity }),
    ...(precursorMz === null ? {} : { precursorMz }),
    ...(precursorCharge === null ? {} : { precursorCharge }),
    ...(collisionEnergy === null ? {} : { collisionEnergy }),
    ...(Number.isNaN(time) ? {} : { retentionTime: `${time} ${item.run.timeAxis.unit}` }),
  });
  return { kind: 'spectrum', spectrum: profile ? { ...spectrum, profile: true } : spectrum };
}

function spectrumOfRun(
  { identity, conditions, accession, otherFields }: Run,
  { mz, intensity }: { readonly mz: Float64Array; readonly intensity: Float64Array },
  acquisition: Omit<MassSpectrum['acquisition'], 'ionisation'>,
): MassSpectrum {
  return {
    identity,
    acquisition: {
      ionisation: statedIonisation(conditions.ionisation),
      ...acquisition,
      ...(conditions.instrument === undefined ? {} : { instrument: conditions.instrument }),
    },
    mz,
    intensity,
    conditions,
    ...(accession === undefined ? {} : { accession }),
    otherFields,
  };
}

const NAMED: readonly (readonly [RegExp, MassSpectrum['acquisition']['ionisation']])[] = [
  [/\bEI\b|electron (?:impact|ioni[sz]ation)/i, 'EI'],
  [/\bESI\b|electro-?spray/i, 'ESI'],
  [/\bAPCI\b|atmospheric pressure chemical/i, 'APCI'],
  [/\bCI\b|chemical ioni[sz]ation/i, 'CI'],
  [/\bDART\b/i, 'DART'],
  [/\bMALDI\b/i, 'MALDI'],
];

/** The run's own words for how ions were made; `unknown` where it has none, `other` for words of another kind. */
function statedIonisation(words: string | undefined): MassSpectrum['acquisition']['ionisation'] {
  if (words === undefined || words.trim() === '') return 'unknown';
  return NAMED.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}
