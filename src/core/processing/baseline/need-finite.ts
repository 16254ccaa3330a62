import { ProcessingRefused } from '../refused';

/** @throws ProcessingRefused `too-few-points` when fewer than `needed` values are there. */
export function needFinite(found: number, needed: number): void {
  if (found < needed) throw new ProcessingRefused('too-few-points', { needed, found });
}
