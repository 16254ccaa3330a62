import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useEffect, useId } from 'react';
import { createObservable } from '../observable';

export interface ScreenKey {
  /** As Mantine writes hotkeys: `mod+S`, `shift+N`, `ArrowDown`. */
  readonly keys: string;
  /** Message key of what it does. */
  readonly labelKey: string;
  /** Absent for keys that a part of the screen handles itself; they are only listed. */
  readonly run?: () => void;
}

/** What `?` lists, by the part of the screen that declared it. */
export const declaredKeys = createObservable<ReadonlyMap<string, readonly ScreenKey[]>>(new Map());

/** Declares keys of the open screen: they work while it is open (not while typing in a field), and `?` lists them. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  const id = useId();
  const listed = JSON.stringify(keys.map(({ keys: combination, labelKey }) => ({ keys: combination, labelKey })));
  useEffect(() => {
    declaredKeys.set((current) => new Map(current).set(id, JSON.parse(listed) as readonly ScreenKey[]));
    return () =>
      declaredKeys.set((current) => {
        const rest = new Map(current);
        rest.delete(id);
        return rest;
      });
  }, [id, listed]);
  useHotkeys(keys.flatMap(({ keys: combination, run }): HotkeyItem[] => (run === undefined ? [] : [[combination, () => run()]])));
}
