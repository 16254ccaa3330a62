import { basename } from 'node:path';
import type { OpenEvent, RefusedFile } from '../../../contract/measurements';
import type { Foundation } from '../foundation';
import { requireActor, type Session } from '../session/access';
import { placedReason } from './placed-reason';
import { type ReadingDependencies, readAndKeep } from './read-and-keep';
import { type BatchPlace, personOf, recordBatch, recordFile } from './record-file';
import { asSummary, openedFileRow } from './store';

export type OpenDependencies = ReadingDependencies & Pick<Foundation, 'read' | 'commands' | 'version'>;

/**
 * Opens everything under some paths: each file, and each folder of an instrument as one, is read, kept byte for byte and recorded in one change, so that
 * whenever this ends, what was told as opened is whole and the rest left nothing. A file that cannot be read is told and the others go on.
 *
 * @throws the signal's reason when it aborts; Failure STORAGE when the laboratory's disk cannot take more
 */
export async function openFiles(
  dependencies: OpenDependencies,
  session: Session,
  paths: readonly string[],
  signal: AbortSignal,
  tell: (event: OpenEvent) => void,
): Promise<void> {
  const { read, commands, attachments, clock, ids, reader, version } = dependencies;
  await requireActor(read, session, 'measurements.open');
  const { units, refused: unlisted, passedOver } = await reader.ask('survey', { paths }, { signal });
  const total = units.reduce((sum, { size }) => sum + size, 0);
  const refused: RefusedFile[] = [];
  const batchId = ids.uuid(clock.now());
  const name = nameOf(paths);
  let done = 0;
  let opened = 0;

  const refuse = (file: RefusedFile) => {
    refused.push(file);
    tell({ type: 'refused', file });
  };
  const batchAt = (place: number, last: boolean): BatchPlace => ({
    id: batchId,
    recorded: opened > 0,
    name,
    place,
    last,
    refused,
    passedOver,
  });

  tell({ type: 'progress', done, total, file: '', filesDone: 0, filesTotal: units.length });
  if (passedOver.length > 0) tell({ type: 'passed-over', files: [...passedOver] });
  for (const each of unlisted) refuse({ path: each.path, fileName: each.name, refusal: placedReason(each.refusal), run: false });
  for (const [place, unit] of units.entries()) {
    const progress = (bytes: number) =>
      tell({
        type: 'progress',
        done: done + Math.min(bytes, unit.size),
        total,
        file: unit.path,
        filesDone: place,
        filesTotal: units.length,
      });
    progress(0);
    const result = await readAndKeep(dependencies, unit, signal, progress);
    signal.throwIfAborted();
    const last = place === units.length - 1;
    if ('summary' in result) {
      for (const { path, refusal } of result.lost) refuse({ path, fileName: basename(path), refusal, run: false });
      const id = await commands.run({ actor: session, permission: 'measurements.open', action: 'measurements.open-file' }, (change) =>
        recordFile(change, attachments, batchAt(place, last), { ...unit, ...result, layout: null, rereadOf: null, version }),
      );
      opened += 1;
      tell({ type: 'file', file: asSummary(await openedFileRow(read, id)) });
    } else {
      refuse({ path: unit.path, fileName: unit.name, ...result });
      if (last) await endBatch(dependencies, session, batchAt(place, true));
    }
    done += unit.size;
  }
  if (units.length === 0) await endBatch(dependencies, session, batchAt(0, true));
  tell({ type: 'end', batchId, opened, refused: refused.length });
}

async function endBatch({ commands }: OpenDependencies, session: Session, batch: BatchPlace): Promise<void> {
  const subject = { type: 'opened_batch', id: batch.id, code: null };
  await commands.run({ actor: session, permission: 'measurements.open', action: 'measurements.end-batch', subject }, async (change) => {
    personOf(change);
    await recordBatch(change, batch);
    change.note({ refused: batch.refused.length });
  });
}

/** The first names of what was dropped together. */
function nameOf(paths: readonly string[]): string {
  const names = paths.slice(0, 3).map((path) => basename(path));
  return paths.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}
