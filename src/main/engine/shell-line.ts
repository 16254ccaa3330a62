import type { EngineToShell, ShellReplyValue, ShellRequest, ShellToEngine } from '../shell-channel';
import { notFound } from './failures';
import type { Files, Log, Shell } from './surroundings';

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
  const waiting = new Map<number, (value: ShellReplyValue) => void>();
  let lastId = 0;

  const ask = (request: ShellRequest): Promise<ShellReplyValue> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      post({ type: 'shell-request', id: lastId, request });
    });
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
      path: (token) => {
        const path = paths.get(token);
        if (path === undefined) throw notFound('file', token);
        return path;
      },
    },
    log: { write: (level, code, data) => post(data === undefined ? { type: 'log', level, code } : { type: 'log', level, code, data }) },
    receive: (message) => {
      if (message.type === 'file-token') {
        paths.set(message.token, message.path);
        return true;
      }
      if (message.type !== 'shell-reply') return false;
      waiting.get(message.id)?.(message.value);
      waiting.delete(message.id);
      return true;
    },
  };
}
