import { afterEach, beforeEach } from 'vitest';
import type { OpenEvent } from '../../src/contract/measurements';
import { type Client, startEngine, type TestEngine, temporaryFolder } from './engine';
import { startPrepared } from './prepared-laboratory';

interface FreshLaboratory {
  /** The laboratory's own folder. */
  readonly folder: string;
  /** A folder for the files of the test. */
  readonly files: string;
  readonly engine: TestEngine;
  /** A window in which its administrator, with every role, is signed in. */
  readonly client: Client;
  /** Everything that is told while files or folders are opened. */
  readonly open: (...paths: readonly string[]) => Promise<readonly OpenEvent[]>;
  /** Starts the program again after `engine.close()`, with a new window in which nobody is signed in. */
  readonly startAgain: () => Promise<void>;
}

/** A laboratory made anew for every test of the block this is called in. */
export function freshLaboratory(): FreshLaboratory {
  let folder: ReturnType<typeof temporaryFolder>;
  let files: ReturnType<typeof temporaryFolder>;
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    folder = temporaryFolder();
    files = temporaryFolder();
    ({ engine, client } = await startPrepared(folder.path));
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });
  return {
    get folder() {
      return folder.path;
    },
    get files() {
      return files.path;
    },
    get engine() {
      return engine;
    },
    get client() {
      return client;
    },
    startAgain: async () => {
      engine = await startEngine(folder.path);
      client = engine.window().client;
    },
    open: async (...paths) => {
      const events: OpenEvent[] = [];
      for await (const event of await client.measurements.open({ tokens: paths.map((path) => engine.file(path)) })) events.push(event);
      return events;
    },
  };
}

/** The files that were opened. */
export const openedIn = (events: readonly OpenEvent[]) => events.flatMap((event) => (event.type === 'file' ? [event.file] : []));
