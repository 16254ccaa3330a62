import { useEffect, useState } from 'react';
import type { FilePreview } from '../../../../contract/library';
import type { DroppedFile } from '../../../app/drop/file-drop';
import { client } from '../../../app/wire/client';
import { isAbort } from '../../../app/wire/engine-lost';

export type Preview =
  | { readonly phase: 'reading'; readonly done: number; readonly total: number }
  | { readonly phase: 'read'; readonly preview: FilePreview }
  | { readonly phase: 'failed'; readonly error: unknown };

/** Reads the whole file once without keeping anything; leaving stops it in the engine too. */
export function usePreview(file: DroppedFile): Preview {
  const [state, setState] = useState<Preview>({ phase: 'reading', done: 0, total: file.size });
  const { token, size } = file;
  useEffect(() => {
    const left = new AbortController();
    const read = async (): Promise<void> => {
      setState({ phase: 'reading', done: 0, total: size });
      for await (const event of await client.library.preview({ token }, { signal: left.signal })) {
        if (left.signal.aborted) return;
        if (event.type === 'progress') setState({ phase: 'reading', done: event.done, total: event.total });
        else setState({ phase: 'read', preview: event.preview });
      }
    };
    read().catch((error: unknown) => {
      if (!left.signal.aborted && !isAbort(error)) setState({ phase: 'failed', error });
    });
    return () => left.abort();
  }, [token, size]);
  return state;
}
