import type { Insertable } from 'kysely';
import { z } from 'zod';
import { technique } from '../../../contract/curves';
import { ionisation } from '../../../contract/library';
import type { Database, Row } from '../database/schema';
import { keptTraces, tracesOf } from '../library/curves-row';
import { bytesOfNumbers, numbersInBytes } from '../peak-bytes';
import { NO_PEAKS, type PeakNumbers, techniqueOf, type Unknown } from './unknown';

const facts = z.object({
  technique,
  ionisation,
  msLevel: z.int(),
  precursorMz: z.number().nullable(),
  adduct: z.string().nullable(),
  energy: z.string().nullable(),
  /** Of the same sample at several energies: how many of the stored peaks belong to each, in their order. */
  parts: z.array(z.object({ energy: z.number(), peaks: z.int() })).nullable(),
});

type QueryColumns = 'query_mz' | 'query_intensity' | 'query_facts_json' | 'query_traces_json' | 'query_numbers';
type QueryRow = Pick<Row<'search'>, QueryColumns | 'query_name'>;

/** The unknown as columns of its search: all that a search needs, so that it can be run again without the file it came from. */
export function queryColumns(unknown: Unknown): Pick<Insertable<Database['search']>, QueryColumns> {
  if (unknown.kind === 'trace') {
    const { json, numbers } = keptTraces([unknown.trace]);
    const nothing = { ionisation: 'unknown', msLevel: 0, precursorMz: null, adduct: null, energy: null, parts: null } as const;
    return {
      ...peakColumns([]),
      query_facts_json: JSON.stringify({ technique: unknown.technique, ...nothing } satisfies z.infer<typeof facts>),
      query_traces_json: json,
      query_numbers: numbers,
    };
  }
  const { msLevel, precursorMz, adduct, energy } = unknown;
  const parts = unknown.kind === 'energies' ? unknown.parts.map(({ energy: at, mz }) => ({ energy: at, peaks: mz.length })) : null;
  const said: z.infer<typeof facts> = {
    ...{ technique: techniqueOf(unknown), ionisation: unknown.ionisation, msLevel, precursorMz, adduct, energy, parts },
  };
  return {
    ...peakColumns(unknown.kind === 'energies' ? unknown.parts : [unknown]),
    query_facts_json: JSON.stringify(said),
    query_traces_json: null,
    query_numbers: null,
  };
}

/** The unknown of a stored search; one of before migration 0070 was an EI spectrum. */
export function storedUnknown(row: QueryRow): Unknown {
  const named = { name: row.query_name, otherFields: [] };
  const mz = numbersInBytes(row.query_mz);
  const intensity = numbersInBytes(row.query_intensity);
  if (row.query_facts_json === null)
    return { kind: 'peaks', ...named, mz, intensity, ionisation: 'EI', msLevel: 1, precursorMz: null, adduct: null, energy: null };
  const { technique: itsTechnique, parts, ...acquired } = facts.parse(JSON.parse(row.query_facts_json));
  if (row.query_traces_json !== null && row.query_numbers !== null) {
    const [trace] = tracesOf(row.query_traces_json, row.query_numbers);
    if (trace === undefined) throw new Error('a stored trace is not there');
    return { kind: 'trace', ...named, technique: itsTechnique, trace };
  }
  if (parts === null) return { kind: 'peaks', ...named, ...acquired, mz, intensity };
  let from = 0;
  const each = parts.map(({ energy, peaks }) => {
    from += peaks;
    return { energy, mz: mz.slice(from - peaks, from), intensity: intensity.slice(from - peaks, from) };
  });
  return { kind: 'energies', ...named, ...acquired, parts: each };
}

function peakColumns(parts: readonly PeakNumbers[]) {
  const joined = (numbers: 'mz' | 'intensity') => Buffer.concat(parts.map((part) => bytesOfNumbers(part[numbers] ?? NO_PEAKS.mz)));
  return { query_mz: joined('mz'), query_intensity: joined('intensity') };
}
