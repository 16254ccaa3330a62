import type { ChildProcess } from 'node:child_process';

/** What oRPC needs of a port, over the channel between a process and its child. */
export interface IpcPort {
  on(event: string, listener: (event?: { readonly data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/**
 * @param end the child as its parent sees it, or the child's own `process`; started with `serialization: 'advanced'`
 * @param isWire messages that are oRPC's and not the two processes' own words
 */
export function ipcPort(
  end: Pick<ChildProcess, 'on' | 'send' | 'connected'> | NodeJS.Process,
  isWire: (data: unknown) => boolean = () => true,
): IpcPort {
  return {
    on: (event, listener) => {
      if (event === 'close') end.on('disconnect', () => listener());
      if (event === 'message')
        end.on('message', (data: unknown) => {
          if (isWire(data)) listener({ data });
        });
    },
    postMessage: (data) => {
      // The other end may have been killed at any moment; that is what this is for.
      if (end.connected) end.send?.(data as object, undefined, undefined, () => undefined);
    },
  };
}
