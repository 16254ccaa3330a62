import { parentPort } from 'node:worker_threads';
import { createReadingDesk } from '../measurements/reading/reading-desk';
import type { ReadingReply, ReadingRequest } from '../measurements/reading/reading-messages';
import { openFileSource } from './file-source';

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a worker thread');

const TELL_EVERY_MILLISECONDS = 100;
const answer = createReadingDesk(openFileSource);

port.on('message', (request: ReadingRequest) => {
  const { number } = request;
  const flag = new Int32Array(request.stop);
  let told = performance.now();
  const say = (reply: ReadingReply, handedOver: readonly ArrayBuffer[] = []) => port.postMessage(reply, [...handedOver]);
  const stopped = () => Atomics.load(flag, 0) === 1;
  const progress = (bytes: number) => {
    if (performance.now() - told < TELL_EVERY_MILLISECONDS) return;
    told = performance.now();
    say({ number, type: 'progress', bytes });
  };
  try {
    const found = stopped() ? 'stopped' : answer(request, { stopped, progress });
    if (found === 'stopped') say({ number, type: 'stopped' });
    else say({ number, type: 'answer', answer: found }, buffersIn(found));
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    say({ number, type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error), code });
  }
});

/** Memory of every array in an answer: handed over instead of copied. */
function buffersIn(value: unknown, found: Set<ArrayBuffer> = new Set()): readonly ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    for (const part of value) if (typeof part === 'object') buffersIn(part, found);
  } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) buffersIn(part, found);
  return [...found];
}
