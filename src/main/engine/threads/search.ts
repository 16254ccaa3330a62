import { parentPort } from 'node:worker_threads';
import { openConnection } from '../database/connection';
import { createSearchThread, type SearchThread } from '../identification/searching/answer';
import type { ThreadMessage, ThreadReply } from '../identification/searching/search-messages';

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a worker thread');

let thread: SearchThread | undefined;

function open(): SearchThread {
  if (thread === undefined) throw new Error('the search thread was not opened');
  return thread;
}

port.on('message', (message: ThreadMessage) => {
  switch (message.kind) {
    case 'open':
      thread = createSearchThread(openConnection(message.database, { queryOnly: true }), message.indexFolder);
      return;
    case 'adopt':
      open().library.adopt(message.key, message.part, message.state);
      return;
    case 'drop':
      for (const key of message.keys) open().library.drop(key);
      return;
    case 'question': {
      let reply: ThreadReply;
      try {
        reply = { ok: true, answer: open().answer(message.request) };
      } catch (error) {
        const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
        reply = { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error), code };
      }
      port.postMessage(reply);
    }
  }
});
