import { EventEmitter, once } from 'node:events';
import type { EngineToShell, ShellReplyValue, ShellRequest, ShellToEngine } from '../shell-channel';
import { notFound } from './failures';
import type { Files, Log, Shell } from './surroundings';

/** An announcement that is not here by then was never made. */
const ANNOUNCED_WITHIN_MILLISECONDS = 2000;

/** The engine's end of the channel to the shell: what it asks, what it is answered, and the files it was told of. */
export interface ShellLine {
  readonly shell: Shell;
  readonly files: Files;
  readonly log: Log;
  /** Takes a message that is an answer or a file; false when it is neither. */
  receive(message: ShellToEngine): boolean;
}

export function createShellLine(post: (message: EngineToShell) => void): ShellLine {
  const paths = new Map<string, string>();
  const announcements = new EventEmitter();
  const waiting = new Map<number, (value: ShellReplyValue) => void>();
  let lastId = 0;

  const ask = (request: ShellRequest): Promise<ShellReplyValue> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      post({ type: 'shell-request', id: lastId, request });
    });
  const announcement = (token: string) =>
    once(announcements, token, { signal: AbortSignal.timeout(ANNOUNCED_WITHIN_MILLISECONDS) }).then(
      () => paths.get(token),
      () => undefined,
    );
  const text = (value: ShellReplyValue) => (typeof value === 'string' ? value : null);

  return {
    shell: {
      openPath: async (path) => text(await ask({ kind: 'open-path', path })) ?? '',
      saveDialog: async ({ suggestedName, filters }) => text(await ask({ kind: 'save-dialog', suggestedName, filters })),
      openDialog: async ({ directory, filters }) => {
        const chosen = await ask({ kind: 'open-dialog', directory, filters });
        return Array.isArray(chosen) ? chosen : [];
      },
      setTitle: async (title) => {
        await ask({ kind: 'set-title', title });
      },
    },
    files: {
      path: async (token) => {
        // The window's request comes by another way than the shell's announcement, and may be here first.
        const announced = paths.get(token) ?? (await announcement(token));
        if (announced === undefined) throw notFound('file', token);
        return announced;
      },
    },
    log: { write: (level, code, data) => post(data === undefined ? { type: 'log', level, code } : { type: 'log', level, code, data }) },
    receive: (message) => {
      if (message.type === 'file-token') {
        paths.set(message.token, message.path);
        announcements.emit(message.token);
        return true;
      }
      if (message.type !== 'shell-reply') return false;
      waiting.get(message.id)?.(message.value);
      waiting.delete(message.id);
      return true;
    },
  };
}
