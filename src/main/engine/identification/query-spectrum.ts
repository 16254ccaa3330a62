import { basename } from 'node:path';
import type { z } from 'zod';
import type { identify } from '../../../contract/identify';
import type { QuerySource } from '../../../contract/search-method';
import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { placedWarnings } from '../library/import-job';
import { readFileInThread } from '../library/preview/read-file';
import type { MeasurementsService } from '../measurements/service';
import type { Session } from '../session/access';
import { measuredSpectrum } from './measured-spectrum';
import { type Unknown, type UnknownEnergies, type UnknownPeaks, unknownSpectrum, unknownTrace } from './unknown';

type OpenedSource = Extract<QuerySource, { readonly kind: 'opened' }>;

export type OpenedFile = z.infer<(typeof identify.openFile)['~orpc']['outputSchema'] & z.ZodType>;

export interface QueryFiles {
  /** Keeps the file, unless the laboratory holds it already, and lists its first records. */
  open(session: Session, token: string, signal: AbortSignal | undefined): Promise<OpenedFile>;
  /** The unknown that a source names, with its numbers. */
  unknown(query: QuerySource): Promise<Unknown>;
}

/** A component of a run that was taken apart; its owner knows where it is kept. */
export type ComponentSpectrum = (component: Extract<QuerySource, { readonly kind: 'component' }>) => Promise<UnknownPeaks>;

type Dependencies = Pick<Foundation, 'read' | 'commands' | 'attachments' | 'files' | 'threads'> & {
  readonly measurements: MeasurementsService;
  readonly component: ComponentSpectrum;
};

/** Records listed when a file is opened. */
const LISTED = 500;
/** Records kept in memory, so that a choice from the list answers at once. */
const REMEMBERED = 1000;

export function createQueryFiles(dependencies: Dependencies): QueryFiles {
  const { read, commands, attachments, files, measurements } = dependencies;
  const remembered = new Map<string, UnknownPeaks>();

  function remember(sha256: string, record: number, spectrum: MassSpectrum): UnknownPeaks {
    const query = unknownSpectrum(spectrum);
    const key = `${sha256} ${record}`;
    remembered.delete(key);
    remembered.set(key, query);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED) break;
      remembered.delete(oldest);
    }
    return query;
  }

  async function recordOf(sha256: string, fileName: string, record: number): Promise<UnknownPeaks> {
    const held = remembered.get(`${sha256} ${record}`);
    if (held !== undefined) return held;
    const kept = await read.selectFrom('attachment').select('id').where('sha256', '=', sha256).executeTakeFirst();
    if (kept === undefined) throw notFound('attachment', sha256);
    const { records } = await readFileInThread(dependencies, { kind: 'record', record, path: attachments.path(sha256), fileName });
    const [found] = records;
    if (found?.kind !== 'spectrum') throw notFound('record', `${fileName} ${record}`);
    return remember(sha256, record, found.spectrum);
  }

  async function chosen(query: OpenedSource): Promise<Unknown> {
    const { record } = await measurements.lookUp.record(query);
    return record.kind === 'spectrum' ? unknownSpectrum(record.spectrum) : unknownTrace(record.curves);
  }

  async function atEnergies({ parts }: Extract<QuerySource, { readonly kind: 'energies' }>): Promise<UnknownEnergies> {
    const found = await Promise.all(
      parts.map(async ({ energy, spectrum }) => {
        const unknown = await chosen(spectrum);
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
    open: async (session, token, signal) => {
      const path = await files.path(token);
      const fileName = basename(path);
      // Read before it is kept: what cannot be read leaves nothing behind.
      const first = await readFileInThread(dependencies, { kind: 'records', most: LISTED, path, fileName }, { signal });
      const kept = await attachments.keep({ path }, signal === undefined ? {} : { signal });
      const changedMeanwhile = kept.sha256 !== first.sha256;
      const reading = changedMeanwhile
        ? await readFileInThread(dependencies, { kind: 'records', most: LISTED, path: attachments.path(kept.sha256), fileName }, { signal })
        : first;
      const known = await read.selectFrom('attachment').select('id').where('sha256', '=', kept.sha256).executeTakeFirst();
      if (known === undefined)
        await commands.run({ actor: session, permission: 'identify.search', action: 'identify.open-file' }, async (change) => {
          const { id } = await attachments.record(change, kept, { originalName: fileName, mediaType: 'application/octet-stream' });
          change.subject({ type: 'attachment', id });
        });
      const spectra = reading.records.flatMap((record) => (record.kind === 'spectrum' ? [record.spectrum] : []));
      spectra.forEach((spectrum, record) => {
        remember(kept.sha256, record, spectrum);
      });
      return {
        sha256: kept.sha256,
        fileName,
        format: reading.format,
        spectra: spectra.map(({ identity, acquisition, mz }, record) => ({
          record,
          name: identity.name,
          peakCount: mz.length,
          ionisation: acquisition.ionisation,
          retentionTime: acquisition.retentionTime ?? null,
        })),
        more: reading.spectra - spectra.length,
        warnings: placedWarnings(reading.warnings),
        warningTotal: reading.warningTotal,
      };
    },
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
