import type { z } from 'zod';
import type { Batch, measuredSpectrum } from '../../../../contract/casework';
import type { Peaks, placed } from '../../../../contract/library';
import type { MassSpectrum } from '../../../../core/spectrum/mass-spectrum';
import type { ReadWarning } from '../../../../core/spectrum/reading';
import type { Change } from '../../command/change';
import type { Row } from '../../database/schema';
import { notFound, refused } from '../../failures';
import { bytesOfNumbers } from '../../peak-bytes';
import { requireActor, type Session } from '../../session/access';
import { requireOpenBatch, wholeBatch } from '../batches/open-batch';
import { isInFuture } from '../clocks';
import { type CaseworkDependencies, mayLook } from '../dependencies';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { takeInstrumentFile } from './read-file';
import { minutesStated } from './retention-time';
import {
  attachedElsewhere,
  findInjection,
  findSpectrum,
  isCompared,
  lastInjection,
  measuredElsewhere,
  restsOnInjection,
  spectrumWithPeaks,
} from './store';

type Placed = z.infer<typeof placed>;
interface NewInjection {
  readonly batchId: string;
  readonly vial: string;
  readonly kind: 'blank' | 'reference' | 'control' | 'case';
  readonly sampleId: string | null;
  readonly referenceLotId: string | null;
  readonly injectedAt: string;
}
interface FileOfInjection {
  readonly injectionId: string;
  readonly token: string;
  readonly retentionTimesMinutes: readonly (number | null)[];
}

export interface InjectionsService {
  add(session: Session, input: NewInjection): Promise<Batch>;
  /** Keeps the file by its hash and ties its spectra to the injection. */
  attachFile(session: Session, input: FileOfInjection): Promise<{ batch: Batch; warnings: Placed[] }>;
  setRetentionTime(
    session: Session,
    input: { readonly spectrumId: string; readonly minutes: number; readonly reason: string },
  ): Promise<Batch>;
  spectrum(session: Session, id: string): Promise<z.infer<typeof measuredSpectrum> & { peaks: Peaks }>;
}

export function createInjectionsService({ read, commands, attachments, files, threads }: CaseworkDependencies): InjectionsService {
  return {
    add: (session, input) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'injection.add' }, async (change) => {
        const batch = await requireOpenBatch(change.read, input.batchId);
        change.subject({ type: 'batch', id: batch.id, code: batch.code });
        await requireSound(change, input, batch);
        const last = await lastInjection(change.read, batch.id);
        if (last !== undefined && minuteOf(input.injectedAt) < minuteOf(last.injected_at))
          throw refused('injection.out-of-order', { position: last.position });
        await change.insert('injection', {
          id: change.newId(),
          batch_id: batch.id,
          position: (last?.position ?? 0) + 1,
          vial: input.vial,
          kind: input.kind,
          sample_id: input.sampleId,
          reference_lot_id: input.referenceLotId,
          injected_at: input.injectedAt,
        });
        return wholeBatch(change.read, batch.id);
      }),
    attachFile: async (session, { injectionId, token, retentionTimesMinutes }) => {
      await requireActor(read, session, 'casework.do');
      await requireOpenBatch(read, (await findInjection(read, injectionId)).batch_id);
      const file = await takeInstrumentFile(await files.path(token), { attachments, threads });
      const batch = await commands.run({ actor: session, permission: 'casework.do', action: 'injection.attach-file' }, async (change) => {
        const injection = await findInjection(change.read, injectionId);
        const { id, code } = await requireOpenBatch(change.read, injection.batch_id);
        change.subject({ type: 'batch', id, code });
        const other = await attachedElsewhere(change.read, file.kept.sha256);
        if (other !== undefined)
          throw refused('injection.file-attached', { file: file.fileName, batch: other.code, position: other.position });
        // What was compared was computed from the data of that moment: later data would stand beside it unseen.
        if (await restsOnInjection(change.read, injection)) throw refused('injection.compared', { position: injection.position });
        const attachment = await attachments.record(change, file.kept, { originalName: file.fileName, mediaType: 'text/plain' });
        for (const [record, spectrum] of file.spectra.entries()) {
          const row = spectrumColumns(spectrum, retentionTimesMinutes[record] ?? null);
          const same = await measuredElsewhere(change.read, injectionId, row);
          if (same !== undefined)
            throw refused('injection.file-attached', { file: file.fileName, batch: same.code, position: same.position });
          await change.insert('measured_spectrum', {
            id: change.newId(),
            injection_id: injectionId,
            attachment_id: attachment.id,
            file_name: file.fileName,
            record,
            ...row,
          });
        }
        change.note({ position: injection.position, file: file.fileName, sha256: file.kept.sha256, spectra: file.spectra.length });
        return wholeBatch(change.read, id);
      });
      return { batch, warnings: file.warnings.slice(0, MOST_WARNINGS).map(asPlaced) };
    },
    setRetentionTime: (session, { spectrumId, minutes, reason }) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'spectrum.set-retention-time', reason }, async (change) => {
        const spectrum = await findSpectrum(change.read, spectrumId);
        const injection = await findInjection(change.read, spectrum.injection_id);
        const { id, code } = await requireOpenBatch(change.read, injection.batch_id);
        change.subject({ type: 'batch', id, code });
        if (spectrum.retention_time_from === 'file') throw refused('spectrum.retention-from-file');
        const used = injection.kind === 'case' ? await isCompared(change.read, spectrumId) : await restsOnInjection(change.read, injection);
        if (used) throw refused('spectrum.already-compared');
        await change.update('measured_spectrum', spectrumId, null, { retention_time_min: minutes, retention_time_from: 'person' });
        return wholeBatch(change.read, id);
      }),
    spectrum: async (session, id) => {
      await mayLook(read, session);
      return spectrumWithPeaks(read, id);
    },
  };
}

const MOST_WARNINGS = 200;

const asPlaced = ({ code, params, at }: ReadWarning): Placed => ({ code, params: { ...params }, ...at });

/** Instants by the minute: forms ask for no seconds, so within one minute nothing is told apart. */
const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000);

async function requireSound(change: Change, input: NewInjection, batch: Row<'batch'>): Promise<void> {
  if (isInFuture(input.injectedAt, change.now)) throw refused('injection.in-the-future');
  if (minuteOf(input.injectedAt) < minuteOf(batch.started_at)) throw refused('injection.before-batch', { batch: batch.code });
  if ((input.kind === 'case') !== (input.sampleId !== null)) throw refused('injection.sample-of-case');
  if (input.kind === 'reference' && input.referenceLotId === null) throw refused('injection.lot-of-reference');
  if (input.kind !== 'reference' && input.kind !== 'control' && input.referenceLotId !== null) throw refused('injection.lot-of-reference');
  if (input.sampleId !== null) {
    const sample = await change.read
      .selectFrom('sample')
      .select(['exhibit_id', 'kind', 'code', 'taken_at'])
      .where('id', '=', input.sampleId)
      .executeTakeFirst();
    if (sample === undefined) throw notFound('sample', input.sampleId);
    if (sample.kind === 'population') throw refused('injection.of-population', { sample: sample.code });
    if (minuteOf(input.injectedAt) < minuteOf(sample.taken_at)) throw refused('injection.before-sampling', { sample: sample.code });
    await requireOpenExhibit(change.read, sample.exhibit_id);
  }
  if (input.referenceLotId === null) return;
  const lot = await change.read
    .selectFrom('reference_lot')
    .select(['code', 'withdrawn'])
    .where('id', '=', input.referenceLotId)
    .executeTakeFirst();
  if (lot === undefined) throw notFound('lot', input.referenceLotId);
  if (lot.withdrawn === 1) throw refused('injection.lot-withdrawn', { lot: lot.code });
}

/** A time that the file states is kept as it is; a person's counts only where the file states none. */
function spectrumColumns(spectrum: MassSpectrum, entered: number | null) {
  const stated = minutesStated(spectrum.acquisition.retentionTime);
  return {
    name: spectrum.identity.name,
    retention_time_min: stated ?? entered,
    retention_time_from: stated !== null ? 'file' : entered !== null ? 'person' : 'none',
    mz: bytesOfNumbers(spectrum.mz),
    intensity: bytesOfNumbers(spectrum.intensity),
    metadata_json: JSON.stringify({
      identity: spectrum.identity,
      acquisition: spectrum.acquisition,
      otherFields: spectrum.otherFields,
    }),
  };
}
