import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { type Client, setUpLaboratory, startEngine, type TestEngine, temporaryFolder } from '../test/support/engine';
import { mulberry32 } from './seeded-random';

const RUN = '../shared/data/formats/ms/andi_cdf/agilent-gcms.cdf';
const FOLDER = '../shared/data/formats/ms/agilent_d/GC01_0812_066.D';
const SEED = 20_261_121;
const LARGE_BYTES = 100_000_000;
const RUNS = 5;

/**
 * The real engine over the real wire: a run of 6,401 scans from the drop to its chromatogram, and a text of 100 MB: how long the engine's own thread is held
 * up meanwhile, how often progress is told, and how soon a person is rid of it. The window's end of the wire runs in the same thread, so that delays are
 * those of both.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = temporaryFolder('aliquot-bench-');
  const files = temporaryFolder('aliquot-bench-');
  const engine = await startEngine(folder.path);
  try {
    const { client } = engine.window();
    await setUpLaboratory(client);
    await idle(print);
    print('milliseconds; delay: this thread was late, held: of it not for want of a processor; the first row has the threads to start');
    for (const path of [RUN, FOLDER]) {
      if (existsSync(path)) await openRuns(print, engine, client, path);
      else print(`${path}: not here, left out`);
    }
    const large = join(files.path, 'large.msp');
    await writeLarge(large);
    await openLarge(print, engine, client, large);
    await leaveLarge(print, engine, client, large, RUN);
  } finally {
    await engine.close();
    folder.remove();
    files.remove();
  }
}

interface Held {
  /** Longest time that a timer came late, milliseconds; on a busy computer also by what others do. */
  readonly delay: number;
  readonly percentile99: number;
  /** Longest time between two turns of a timer without what others had the processor: this thread's own work and its waits for the disk. */
  readonly held: number;
}

const SCHEDULING = '/proc/thread-self/schedstat';
const EVERY_MILLISECONDS = 5;

/** Milliseconds that this thread has waited for a processor; 0 where the system does not tell. */
function waited(): number {
  return existsSync(SCHEDULING) ? Number(readFileSync(SCHEDULING, 'utf8').split(' ')[1]) / 1e6 : 0;
}

/** Watches this thread until told to stop. */
function watchThread(): () => Held {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MILLISECONDS });
  delay.enable();
  let [last, lastWaited, held] = [performance.now(), waited(), 0];
  const timer = setInterval(() => {
    const [now, nowWaited] = [performance.now(), waited()];
    held = Math.max(held, now - last - (nowWaited - lastWaited) - EVERY_MILLISECONDS);
    [last, lastWaited] = [now, nowWaited];
  }, EVERY_MILLISECONDS);
  return () => {
    clearInterval(timer);
    delay.disable();
    return { delay: delay.max / 1e6, percentile99: delay.percentile(99) / 1e6, held };
  };
}

async function openRuns(print: (line: string) => void, engine: TestEngine, client: Client, path: string): Promise<void> {
  print(`\n${path}`);
  print(
    `${'opened'.padStart(10)}${'file'.padStart(8)}${'item'.padStart(8)}${'all'.padStart(8)}${'scans'.padStart(8)}${'delay'.padStart(8)}${'held'.padStart(8)}`,
  );
  for (let i = 0; i < RUNS; i++) {
    const watched = watchThread();
    const began = performance.now();
    let fileId = '';
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] }))
      if (event.type === 'file') fileId = event.file.id;
    const opened = performance.now();
    await client.measurements.file({ id: fileId });
    const told = performance.now();
    const item = await client.measurements.item({ fileId, index: 0 });
    const done = performance.now();
    const { delay, held } = watched();
    if (item.kind !== 'run') throw new Error('a run was opened');
    const columns: readonly (readonly [number, number])[] = [
      [opened - began, 10],
      [told - opened, 8],
      [done - told, 8],
      [done - began, 8],
      [item.scans, 8],
      [delay, 8],
      [held, 8],
    ];
    print(columns.map(([value, width]) => value.toFixed(0).padStart(width)).join(''));
  }
}

/** What this thread is held up by when it does nothing: what other programs take. */
async function idle(print: (line: string) => void): Promise<void> {
  const watched = watchThread();
  await setTimeout(3000);
  const { delay, percentile99 } = watched();
  print(
    `idle for 3 s: delay p99 ${percentile99.toFixed(0)}, most ${delay.toFixed(0)}; load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`,
  );
}

async function openLarge(print: (line: string) => void, engine: TestEngine, client: Client, path: string): Promise<void> {
  print(`\n${(statSync(path).size / 1e6).toFixed(0)} MB of MSP, seed ${SEED}, opened ${RUNS - 2} times; milliseconds`);
  print(
    `${'opened'.padStart(10)}${'items'.padStart(8)}${'delay p99'.padStart(11)}${'most'.padStart(8)}${'held'.padStart(8)}${'longest without word'.padStart(22)}`,
  );
  for (let i = 0; i < RUNS - 2; i++) {
    const watched = watchThread();
    const began = performance.now();
    let [heard, silence, items] = [began, 0, 0];
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] })) {
      silence = Math.max(silence, performance.now() - heard);
      heard = performance.now();
      if (event.type === 'file') items = event.file.items;
    }
    const { delay, percentile99, held } = watched();
    const columns: readonly (readonly [number, number])[] = [
      [heard - began, 10],
      [items, 8],
      [percentile99, 11],
      [delay, 8],
      [held, 8],
      [silence, 22],
    ];
    print(columns.map(([value, width]) => value.toFixed(0).padStart(width)).join(''));
  }
}

/** Leaves the large file at several places; the reading thread is free when it surveys the next drop. */
async function leaveLarge(print: (line: string) => void, engine: TestEngine, client: Client, path: string, next: string): Promise<void> {
  print('\nleft at a share of the bytes: milliseconds until the iterator ends, and until the reading thread has looked at another drop');
  for (const share of [0, 0.1, 0.5, 0.9, 1]) {
    const stream = await client.measurements.open({ tokens: [engine.file(path)] });
    let left = 0;
    for await (const event of stream) {
      if (event.type !== 'progress' || event.file === '' || event.done < share * event.total) continue;
      left = performance.now();
      break;
    }
    const ended = performance.now();
    const another = await client.measurements.open({ tokens: [engine.file(existsSync(next) ? next : path)] });
    await another.next();
    const free = performance.now();
    await another.return(undefined);
    print(`${share.toFixed(1).padStart(6)}${(ended - left).toFixed(0).padStart(8)}${(free - left).toFixed(0).padStart(8)}`);
  }
}

async function writeLarge(path: string): Promise<void> {
  const random = mulberry32(SEED);
  const out = createWriteStream(path);
  let bytes = 0;
  for (let number = 1; bytes < LARGE_BYTES; number++) {
    const peaks = Array.from({ length: 80 }, (_, i) => `${40 + 3 * i} ${Math.ceil(999 * random())}`);
    const record = `Name: Invented ${number}\nIonization: EI\nNum Peaks: ${peaks.length}\n${peaks.join('\n')}\n\n`;
    bytes += record.length;
    if (!out.write(record)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
