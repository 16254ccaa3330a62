import type { OpenEvent, OpenedFileSummary, PassedOver, RefusedFile } from '../../../../contract/measurements';
import type { DroppedFile } from '../../../app/drop/file-drop';
import { createObservable } from '../../../app/observable';
import { client } from '../../../app/wire/client';
import { isAbort } from '../../../app/wire/engine-lost';

type Progress = Extract<OpenEvent, { type: 'progress' }>;

/** The opening of dropped or chosen files, from the drop to its end. */
export interface Opening {
  readonly phase: 'reading' | 'done' | 'failed';
  readonly names: readonly string[];
  readonly progress: Progress | null;
  readonly opened: readonly OpenedFileSummary[];
  readonly refused: readonly RefusedFile[];
  readonly passedOver: readonly PassedOver[];
  readonly batchId: string | null;
  /** What stopped the whole of it. */
  readonly error: unknown;
  readonly cancel: () => void;
  /** What is done with the opened files; without it the first is shown. */
  readonly then: ((done: Opening) => void) | null;
}

/** A dropped or chosen file or folder, by the engine's token. */
export type ChosenFile = Pick<DroppedFile, 'token' | 'name'>;

interface ToOpen {
  readonly files: readonly ChosenFile[];
  readonly then: Opening['then'];
}

/** What is being opened, or was last and not yet put away. */
export const opening = createObservable<Opening | null>(null);

/** What waits until the opening before it has ended, in the order it came. */
export const waiting = createObservable<readonly ToOpen[]>([]);

/** Opens files, folders and zips; `opening` follows it. While others are being read these wait for their turn. */
export function openFiles(files: ToOpen['files'], then: Opening['then'] = null): void {
  if (opening.get()?.phase === 'reading') waiting.set((before) => [...before, { files, then }]);
  else start({ files, then });
}

function start({ files, then }: ToOpen): void {
  const left = new AbortController();
  opening.set({
    phase: 'reading',
    names: files.map(({ name }) => name),
    progress: null,
    opened: [],
    refused: [],
    passedOver: [],
    batchId: null,
    error: null,
    cancel: () => left.abort(),
    then,
  });
  const change = (part: (current: Opening) => Partial<Opening>): void => {
    if (!left.signal.aborted) opening.set((current) => (current === null ? null : { ...current, ...part(current) }));
  };
  const read = async (): Promise<void> => {
    for await (const event of await client.measurements.open({ tokens: files.map(({ token }) => token) }, { signal: left.signal })) {
      if (left.signal.aborted) return;
      if (event.type === 'progress') change(() => ({ progress: event }));
      else if (event.type === 'file') change(({ opened }) => ({ opened: [...opened, event.file] }));
      else if (event.type === 'refused') change(({ refused }) => ({ refused: [...refused, event.file] }));
      else if (event.type === 'passed-over') change(({ passedOver }) => ({ passedOver: [...passedOver, ...event.files] }));
      else change(() => ({ phase: 'done', batchId: event.batchId }));
    }
  };
  read().catch((error: unknown) => {
    if (!isAbort(error)) change(() => ({ phase: 'failed', error }));
  });
}

/** Ends what is being opened, or takes what was opened off the screen; what waited is next. */
export function putOpeningAway(): void {
  opening.get()?.cancel();
  opening.set(null);
  const [next, ...later] = waiting.get();
  if (next === undefined) return;
  waiting.set(later);
  start(next);
}
