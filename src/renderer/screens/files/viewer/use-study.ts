import { useCallback, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { Averaging, Measurement, processingStep, ScanRange, SpectrumChoice } from '../../../../contract/measurements';
import type { Range } from '../../../charts/zoom';
import { type Undoable, useUndoable } from './history';

export type Step = z.infer<typeof processingStep>;

/** m/z window of an extracted ion chromatogram, both ends included. */
export interface IonWindow {
  readonly from: number;
  readonly to: number;
}

/** What the person has chosen in a run: one scan, or scans averaged, with what is subtracted, and the ions followed. */
export interface RunChoice {
  /** By place in the run, from 0. */
  readonly scan: number;
  readonly ranges: readonly ScanRange[];
  readonly background: readonly ScanRange[];
  readonly ions: readonly IonWindow[];
  readonly binWidth: number;
  readonly peaksShown: boolean;
}

export interface Annotation {
  readonly x: number;
  readonly text: string;
}

/** How the picture stands and what was done to the record: kept as long as the record is open, never written over what was measured. */
export interface Study {
  readonly fileId: string;
  readonly index: number;
  readonly item: Measurement | undefined;
  /** Which of a record's traces is the one to work on. */
  readonly trace: number;
  readonly setTrace: (trace: number) => void;
  readonly steps: Undoable<readonly Step[]>;
  /** The original, faint, behind the processed trace. */
  readonly before: boolean;
  readonly setBefore: (shown: boolean) => void;
  readonly annotations: Undoable<readonly Annotation[]>;
  /** Stretches of the curve whose signal is held against whose noise, in the unit of its abscissa as it is shown. */
  readonly regions: Regions;
  readonly setRegions: (regions: Regions) => void;
  /** The mean of the shown curves, drawn with them. */
  readonly mean: boolean;
  readonly setMean: (shown: boolean) => void;
  readonly run: RunChoice;
  readonly changeRun: (part: Partial<RunChoice>) => void;
  /** The spectrum that would be searched, kept or written. */
  readonly choice: SpectrumChoice;
}

export interface Regions {
  readonly signal: Range | null;
  readonly noise: Range | null;
}

const NO_REGIONS: Regions = { signal: null, noise: null };
const NO_STEPS: readonly Step[] = [];
const NO_ANNOTATIONS: readonly Annotation[] = [];
const FIRST_RUN: RunChoice = { scan: 0, ranges: [], background: [], ions: [], binWidth: 1, peaksShown: false };

/** The work on one record; another record begins anew (give the caller a key by record). */
export function useStudy(fileId: string, index: number, item: Measurement | undefined): Study {
  const [trace, setTrace] = useState(0);
  const steps = useUndoable(NO_STEPS);
  const [before, setBefore] = useState(true);
  const annotations = useUndoable(NO_ANNOTATIONS);
  const [regions, setRegions] = useState(NO_REGIONS);
  const [mean, setMean] = useState(false);
  const [run, setRun] = useState(FIRST_RUN);
  const averaging = useMemo(() => averagingOf(run), [run]);
  const changeRun = useCallback((part: Partial<RunChoice>) => setRun((current) => ({ ...current, ...part })), []);
  const isRun = item?.kind === 'run';
  return {
    fileId,
    index,
    item,
    trace,
    setTrace,
    steps,
    before,
    setBefore,
    annotations,
    regions,
    setRegions,
    mean,
    setMean,
    run,
    changeRun,
    choice: useMemo(
      () => ({ fileId, index, scan: isRun && averaging === null ? run.scan : null, averaging: isRun ? averaging : null }),
      [fileId, index, isRun, averaging, run.scan],
    ),
  };
}

/** How the chosen scans become one spectrum; null while a single scan is chosen. */
export function averagingOf({ ranges, background, binWidth, scan }: RunChoice): Averaging | null {
  if (ranges.length === 0 && background.length === 0) return null;
  return {
    ranges: ranges.length === 0 ? [{ from: scan, to: scan }] : [...ranges],
    background: [...background],
    msLevel: null,
    binWidth,
  };
}
