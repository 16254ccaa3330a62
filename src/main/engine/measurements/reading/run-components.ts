import type { RunComponent } from '../../../../core/processing/deconvolution/component';
import { deconvolve } from '../../../../core/processing/deconvolution/deconvolve';
import { ticPeaks } from '../../../../core/processing/deconvolution/tic-peaks';
import type { PackedScans } from '../../../../core/processing/runs/packed-scans';
import type { Unit } from '../../../../core/spectrum/axis';
import type { ReadingHooks } from './read-into-scratch';
import type { RunTables } from './reading-model';
import { MOST_PEAKS, packed } from './run-scans';
import type { ScratchFile } from './scratch-file';

/** How a run is taken apart. */
export interface TakingApart {
  readonly detection: 'components' | 'chromatogram';
  readonly leastSignalToNoise: number;
  /** Empty: no retention index. */
  readonly ladder: readonly { readonly carbons: number; readonly minutes: number }[];
}

export interface TakenApart {
  /** Times in minutes, areas in intensity times minutes. */
  readonly components: readonly RunComponent[];
  readonly notes: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
}

/** Why a run cannot be taken apart: a code of `search:warning`. */
export interface NotTakenApart {
  readonly refused: { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
}

const MINUTES: Partial<Record<Unit, number>> = { min: 1, s: 1 / 60, ms: 1 / 60_000, h: 60 };

/** The components of a run, from the scans of the level that most of them have. */
export function takeRunApart(
  file: ScratchFile,
  run: RunTables,
  timeUnit: Unit,
  { detection, leastSignalToNoise, ladder }: TakingApart,
  hooks: ReadingHooks,
): TakenApart | NotTakenApart | 'stopped' {
  const minutes = MINUTES[timeUnit];
  if (minutes === undefined) return { refused: { code: 'run-without-times', params: { unit: timeUnit } } };
  const level = mostFrequent(run.msLevels);
  const scans = Array.from(run.times.keys()).filter((scan) => run.msLevels[scan] === level);
  const peaks = scans.reduce((sum, scan) => sum + (run.counts[scan] ?? 0), 0);
  if (peaks > MOST_PEAKS) return { refused: { code: 'run-too-large', params: { peaks, most: MOST_PEAKS } } };
  const read = packed(file, run, scans, hooks.stopped);
  if (read === 'stopped') return read;
  const inMinutes: PackedScans = { ...read, times: read.times.map((time) => time * minutes) };
  const options = {
    minSignalToNoise: leastSignalToNoise,
    ...(ladder.length === 0 ? {} : { ladder: ladder.map(({ carbons, minutes: time }) => ({ carbon: carbons, time })) }),
  };
  if (detection === 'chromatogram') return asTaken(ticPeaks(inMinutes, options));
  const steps = deconvolve(inMinutes, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return asTaken(step.value);
    if (hooks.stopped()) return 'stopped';
    hooks.progress(0);
  }
}

function asTaken(outcome: ReturnType<typeof ticPeaks>): TakenApart | NotTakenApart {
  if (outcome.kind === 'refused') return { refused: { code: outcome.code, params: outcome.params } };
  return { components: outcome.components, notes: outcome.notes };
}

function mostFrequent(levels: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
