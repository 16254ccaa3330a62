import { useEffect, useEffectEvent } from 'react';
import { createObservable } from '../observable';

/** A file that the person dropped or chose; the engine opens it by its token. */
export interface DroppedFile {
  readonly token: string;
  readonly name: string;
  readonly size: number;
}

export interface DropTarget {
  /** Message key of what will happen: `library:drop-here`. */
  readonly labelKey: string;
  readonly take: (files: readonly DroppedFile[]) => void;
}

/** The open screen's wish for files; the latest one counts. */
export const dropTargets = createObservable<readonly DropTarget[]>([]);

export function tokensOf(files: Iterable<File>): readonly DroppedFile[] {
  return [...files]
    .map((file) => ({ token: window.aliquot.fileToken(file), name: file.name, size: file.size }))
    .filter(({ token }) => token !== '');
}

/**
 * While the screen is open, files dropped anywhere on the window come here, and the window shows `labelKey` while they hover.
 * `enabled: false` takes the wish back (no permission, busy). `fallback`: only what no other screen wants.
 */
export function useFileDrop(
  take: (files: readonly DroppedFile[]) => void,
  options: { readonly labelKey: string; readonly enabled?: boolean; readonly fallback?: boolean },
): void {
  const { labelKey, enabled = true, fallback = false } = options;
  const onTake = useEffectEvent(take);
  useEffect(() => {
    if (!enabled) return;
    const target: DropTarget = { labelKey, take: (files) => onTake(files) };
    dropTargets.set((current) => (fallback ? [target, ...current] : [...current, target]));
    return () => dropTargets.set((current) => current.filter((other) => other !== target));
  }, [labelKey, enabled, fallback]);
}
