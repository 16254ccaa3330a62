import { basename } from 'node:path';
import type { z } from 'zod';
import type { identify, QuerySource } from '../../../contract/identify';
import type { SpectrumSummary } from '../../../contract/library';
import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { placedWarnings } from '../library/import-job';
import { readFileInThread } from '../library/preview/read-file';
import type { MeasurementsService } from '../measurements/service';
import type { Session } from '../session/access';
import { measuredSpectrum } from './measured-spectrum';

/** The unknown, wherever it comes from. */
export interface QuerySpectrum {
  readonly name: string;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  readonly ionisation: SpectrumSummary['ionisation'];
  readonly otherFields: readonly { readonly field: string; readonly value: string }[];
}

export type OpenedFile = z.infer<(typeof identify.openFile)['~orpc']['outputSchema'] & z.ZodType>;

export interface QueryFiles {
  /** Keeps the file, unless the laboratory holds it already, and lists its first records. */
  open(session: Session, token: string, signal: AbortSignal | undefined): Promise<OpenedFile>;
  spectrum(query: QuerySource): Promise<QuerySpectrum>;
}

type Dependencies = Pick<Foundation, 'read' | 'commands' | 'attachments' | 'files' | 'threads'> & {
  readonly measurements: MeasurementsService;
};

/** Records listed when a file is opened. */
const LISTED = 500;
/** Records kept in memory, so that a choice from the list answers at once. */
const REMEMBERED = 1000;

export function createQueryFiles(dependencies: Dependencies): QueryFiles {
  const { read, commands, attachments, files, measurements } = dependencies;
  const remembered = new Map<string, QuerySpectrum>();

  function remember(sha256: string, record: number, spectrum: MassSpectrum): QuerySpectrum {
    const query = asQuery(spectrum);
    const key = `${sha256} ${record}`;
    remembered.delete(key);
    remembered.set(key, query);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED) break;
      remembered.delete(oldest);
    }
    return query;
  }

  async function recordOf(sha256: string, fileName: string, record: number): Promise<QuerySpectrum> {
    const held = remembered.get(`${sha256} ${record}`);
    if (held !== undefined) return held;
    const kept = await read.selectFrom('attachment').select('id').where('sha256', '=', sha256).executeTakeFirst();
    if (kept === undefined) throw notFound('attachment', sha256);
    const { records } = await readFileInThread(dependencies, { kind: 'record', record, path: attachments.path(sha256), fileName });
    const [found] = records;
    if (found?.kind !== 'spectrum') throw notFound('record', `${fileName} ${record}`);
    return remember(sha256, record, found.spectrum);
  }

  async function chosen(query: Extract<QuerySource, { readonly kind: 'opened' }>): Promise<QuerySpectrum> {
    const { record } = await measurements.lookUp.record(query);
    if (record.kind !== 'spectrum') throw refused('identify.not-a-mass-spectrum', { name: record.curves.identity.name });
    return asQuery(record.spectrum);
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
    spectrum: (query) => {
      switch (query.kind) {
        case 'file':
          return recordOf(query.sha256, query.fileName, query.record);
        case 'measured':
          return measuredSpectrum(read, query.measuredSpectrumId);
        case 'opened':
          return chosen(query);
      }
    },
  };
}

function asQuery(spectrum: MassSpectrum): QuerySpectrum {
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
    name: identity.name,
    mz,
    intensity,
    ionisation: acquisition.ionisation,
    otherFields: [
      ...stated.flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }])),
      ...otherFields.map(({ field, value }) => ({ field, value })),
    ],
  };
}
