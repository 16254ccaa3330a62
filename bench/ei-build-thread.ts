import { parentPort, workerData } from 'node:worker_threads';
import { EiIndex, type EiIndexState } from '../src/core/search/index/ei-index';
import type { PeakArrays } from '../src/core/search/scores/nominal-spectrum';
import { libraryPart } from './million';

export interface BuildTask {
  readonly real: readonly PeakArrays[];
  readonly from: number;
  readonly to: number;
}

export interface Built {
  readonly state: EiIndexState;
  /** Adding and sealing alone, without the making of replicas. */
  readonly milliseconds: number;
  /** Of that, the time this thread had a processor. */
  readonly cpu: number;
  readonly peaks: number;
}

/** Spectra made ahead of being added, so that only adding is timed. */
const AHEAD = 2000;

/** Builds the index over a part of the library. */
export function build({ real, from, to }: BuildTask): Built {
  const index = new EiIndex();
  const spectra = libraryPart(real, from, to);
  let milliseconds = 0;
  let cpu = 0;
  const timed = (work: () => void): void => {
    const began = performance.now();
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    milliseconds += performance.now() - began;
    cpu += (user + system) / 1000;
  };
  let peaks = 0;
  for (let key = from; key < to; ) {
    const ready: PeakArrays[] = [];
    for (let i = 0; i < AHEAD && key + i < to; i++) {
      const next = spectra.next();
      if (next.done) throw new Error('the library is shorter than it should be');
      ready.push(next.value);
      peaks += next.value.mz.length;
    }
    timed(() => {
      for (const spectrum of ready) index.add(key++, spectrum);
    });
  }
  timed(() => index.toTransferables());
  return { state: index.toTransferables(), milliseconds, cpu, peaks };
}

parentPort?.postMessage(build(workerData as BuildTask));
