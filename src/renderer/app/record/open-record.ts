import { useEffect } from 'react';
import { createObservable } from '../observable';

export interface Crumb {
  readonly label: string;
  /** Shown in the monospace face, copied by a click. */
  readonly code?: string;
  /** A path of the window; the last crumb has none. */
  readonly to?: string;
}

/** What is open below the section: `C-2026-0007 › Exhibit 2`. */
export const openRecord = createObservable<readonly Crumb[]>([]);

/** High-potency substances of the open record; the banner stands under the top bar while there are any. */
export const highPotency = createObservable<readonly string[]>([]);

/**
 * Names the open record in the breadcrumb and the title bar, for as long as the screen is open.
 * Pass nothing while the record is loading.
 */
export function useOpenRecord(crumbs: readonly Crumb[]): void {
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    openRecord.set(JSON.parse(key) as readonly Crumb[]);
    return () => openRecord.set([]);
  }, [key]);
}

/** Warns of the named substances (in the reader's language) while the screen is open. */
export function useHighPotencyBanner(substances: readonly string[]): void {
  const key = JSON.stringify(substances);
  useEffect(() => {
    highPotency.set(JSON.parse(key) as readonly string[]);
    return () => highPotency.set([]);
  }, [key]);
}
