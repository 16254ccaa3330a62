import { parentPort } from 'node:worker_threads';
import { openConnection } from '../database/connection';
import { createLibraryIndex, type LibraryIndex } from '../identification/library-index';
import type { SearchAnswers, SearchReply, SearchRequest } from '../identification/search-messages';

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a worker thread');

let library: LibraryIndex | undefined;

function answer(request: SearchRequest): SearchAnswers[keyof SearchAnswers] {
  const began = performance.now();
  if (request.kind === 'open') {
    library = createLibraryIndex(openConnection(request.database, { queryOnly: true }), request.indexFolder);
    return null;
  }
  if (library === undefined) throw new Error('the search thread was not opened');
  if (request.kind === 'search') return { hits: library.search(request.query), milliseconds: performance.now() - began };
  const problems = library.prepare(request.collections);
  return { spectra: library.spectra, bytes: library.bytes, milliseconds: performance.now() - began, problems };
}

port.on('message', ({ number, request }: { readonly number: number; readonly request: SearchRequest }) => {
  let reply: SearchReply;
  try {
    reply = { number, ok: true, answer: answer(request) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    reply = { number, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error), code };
  }
  port.postMessage(reply);
});
