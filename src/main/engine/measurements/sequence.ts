import { conditionsOf, type OpenedFileRow } from './store';

/** A run among those of its batch. */
export interface Injection {
  readonly fileId: string;
  readonly index: number;
  readonly name: string;
  readonly path: string;
  readonly sample: string;
  readonly vial: string;
  readonly method: string;
  readonly injection: string;
  readonly measuredAt: string;
  readonly scans: number;
  readonly orderedBy: 'sequence' | 'time' | 'path';
}

/**
 * The files of a batch in the order they were injected: by the numbers their instrument gave the injections, where each has one of its own, else by the time
 * of measurement, where each has one that is unambiguous, else as they were found.
 */
export function inInjectionOrder(files: readonly OpenedFileRow[]): Injection[] {
  const injections = files.map((file) => {
    const { sample, vial, method, injection, measuredAt } = conditionsOf(file);
    return {
      fileId: file.id,
      index: 0,
      name: file.name,
      path: file.path,
      sample: sample ?? file.title,
      vial: vial ?? '',
      method: method ?? '',
      injection: injection ?? '',
      measuredAt: measuredAt ?? '',
      scans: file.scans,
    };
  });
  const numbers = injections.map(({ injection }) => (/^\d+$/.test(injection.trim()) ? Number(injection) : Number.NaN));
  if (numbers.length > 0 && numbers.every((number) => !Number.isNaN(number)) && new Set(numbers).size === numbers.length)
    return ordered(injections, numbers, 'sequence');
  const times = injections.map(({ measuredAt }) => (ISO.test(measuredAt) ? Date.parse(measuredAt) : Number.NaN));
  if (times.every((time) => !Number.isNaN(time))) return ordered(injections, times, 'time');
  return injections.map((injection) => ({ ...injection, orderedBy: 'path' }));
}

/** A date alone puts a day's injections in no order. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function ordered(
  injections: readonly Omit<Injection, 'orderedBy'>[],
  by: readonly number[],
  orderedBy: Injection['orderedBy'],
): Injection[] {
  return injections
    .map((injection, i) => ({ injection, at: by[i] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ injection }) => ({ ...injection, orderedBy }));
}
