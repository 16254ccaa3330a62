import type { QuerySource } from '../../../contract/search-method';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { readFileInThread } from '../library/preview/read-file';
import type { MeasurementsService } from '../measurements/service';
import { measuredSpectrum } from './measured-spectrum';
import { asMassSpectrum, type Unknown, type UnknownEnergies, type UnknownPeaks, unknownSpectrum, unknownTrace } from './unknown';

type OpenedSource = Extract<QuerySource, { readonly kind: 'opened' }>;

export interface QueryFiles {
  /** The unknown that a source names, with its numbers. */
  unknown(query: QuerySource): Promise<Unknown>;
}

/** A component of a run that was taken apart; its owner knows where it is kept. */
export type ComponentSpectrum = (component: Extract<QuerySource, { readonly kind: 'component' }>) => Promise<UnknownPeaks>;

type Dependencies = Pick<Foundation, 'read' | 'attachments' | 'threads'> & {
  readonly measurements: MeasurementsService;
  readonly component: ComponentSpectrum;
};

export function createQueryFiles(dependencies: Dependencies): QueryFiles {
  const { read, attachments, measurements } = dependencies;

  async function recordOf(sha256: string, fileName: string, record: number): Promise<UnknownPeaks> {
    const kept = await read.selectFrom('attachment').select('id').where('sha256', '=', sha256).executeTakeFirst();
    if (kept === undefined) throw notFound('attachment', sha256);
    const { records } = await readFileInThread(dependencies, { kind: 'record', record, path: attachments.path(sha256), fileName });
    const [found] = records;
    if (found?.kind !== 'spectrum') throw notFound('record', `${fileName} ${record}`);
    return unknownSpectrum(found.spectrum);
  }

  async function chosen(query: OpenedSource): Promise<Unknown> {
    const { record, file } = await measurements.lookUp.record(query);
    const unknown = record.kind === 'spectrum' ? unknownSpectrum(record.spectrum) : unknownTrace(record.curves);
    // A record without a name goes by its file's.
    return unknown.name === '' ? { ...unknown, name: file.name } : unknown;
  }

  async function atEnergies({ parts }: Extract<QuerySource, { readonly kind: 'energies' }>): Promise<UnknownEnergies> {
    const found = await Promise.all(
      parts.map(async ({ energy, spectrum }) => {
        const unknown = asMassSpectrum(await chosen(spectrum));
        if (unknown.kind !== 'peaks') throw refused('identify.not-a-mass-spectrum', { name: unknown.name });
        return { ...unknown, energyNumber: energy };
      }),
    );
    const [first] = found;
    if (first === undefined) throw new Error('a source of several energies has at least one');
    const { name, ionisation, msLevel, precursorMz, adduct, energy, otherFields } = first;
    const sorted = found.toSorted((a, b) => a.energyNumber - b.energyNumber);
    return {
      kind: 'energies',
      ...{ name, ionisation, msLevel, precursorMz, adduct, energy, otherFields },
      parts: sorted.map(({ energyNumber, mz, intensity }) => ({ energy: energyNumber, mz, intensity })),
    };
  }

  return {
    unknown: async (query) => {
      switch (query.kind) {
        case 'file':
          return recordOf(query.sha256, query.fileName, query.record);
        case 'measured':
          return measuredSpectrum(read, query.measuredSpectrumId);
        case 'opened':
          return chosen(query);
        case 'component':
          return dependencies.component(query);
        case 'energies':
          return atEnergies(query);
      }
    },
  };
}
