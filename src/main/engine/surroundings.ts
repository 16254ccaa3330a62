import type { Worker } from 'node:worker_threads';

/** What the engine is given from outside, so that a test can give something else. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that never go back, from any start: for how long something took, whatever happens to the clock. */
  monotonic(): number;
}

export interface IdSource {
  /** A UUIDv7 whose time part is the given instant. */
  uuid(atMilliseconds: number): string;
  randomBytes(count: number): Uint8Array;
}

export type LogLevel = 'info' | 'warn' | 'error';
export interface Log {
  write(level: LogLevel, code: string, data?: Readonly<Record<string, unknown>>): void;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** What only the shell can do. */
export interface Shell {
  /** '' when the system took it, else the system's own words. */
  openPath(path: string): Promise<string>;
  /** The chosen path, or null when the person closed the dialog. */
  saveDialog(options: { readonly suggestedName: string; readonly filters: readonly FileFilter[] }): Promise<string | null>;
  /** The chosen paths, none when the person closed the dialog. */
  openDialog(options: { readonly directory: boolean; readonly filters: readonly FileFilter[] }): Promise<readonly string[]>;
  setTitle(title: string): Promise<void>;
}

/** Files that a person dropped or chose: the window knows them by an opaque token alone. */
export interface Files {
  /** The path behind a token; NOT_FOUND when the shell does not announce it. */
  path(token: string): Promise<string>;
}

/** The same, for what may also be a folder. */
export interface FilesAndFolders extends Files {
  /** The path behind a token: of a file or a folder, whatever it is. */
  entry(token: string): Promise<string>;
}

/** Threads are started by composition roots alone; services are given the way to start one. */
export interface Threads {
  readonly librarySearch: () => Worker;
  /** How many of them; absent: as the machine has processors. */
  readonly searchThreads?: number;
  readonly libraryImport: () => Worker;
  readonly libraryPreview: () => Worker;
  readonly measurements: () => Worker;
  readonly integrity: () => Worker;
  readonly report: () => Worker;
}
