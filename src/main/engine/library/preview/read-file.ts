import { basename } from 'node:path';
import type { FileFormat } from '../../../../core/spectrum/reading';
import type { Foundation } from '../../foundation';
import { runThreadTask } from '../../thread-task';
import { unreadable } from '../import-job';
import type { FileReading, PreviewRequest } from './preview-task';

/**
 * Reads a file in a thread of its own.
 *
 * @throws Failure UNREADABLE_FILE when the reader refused it; the signal's reason once the thread has stopped
 */
export async function readFileInThread(
  { threads }: Pick<Foundation, 'threads'>,
  request: PreviewRequest,
  options: { readonly signal?: AbortSignal | undefined; readonly onProgress?: (bytes: number) => void } = {},
): Promise<FileReading & { readonly format: FileFormat }> {
  const reading = await runThreadTask<PreviewRequest, number, FileReading>(threads.libraryPreview(), request, options).result;
  const { format, refusal } = reading;
  if (refusal !== null || format === null)
    throw unreadable(request.fileName, refusal ?? { code: 'format-unknown', at: {}, params: { file: basename(request.path) } });
  return { ...reading, format };
}
