import { useEffect, useEffectEvent, useId } from 'react';
import type { Permission } from '../../../contract/permissions';
import { createObservable } from '../observable';

export interface SearchHit {
  readonly id: string;
  /** What the person reads first: a name, a title. */
  readonly label: string;
  /** Code, CAS number, formula: shown in the monospace face. */
  readonly code?: string;
  readonly description?: string;
  readonly open: () => void;
}

/** Records that the search for everything (Ctrl/Cmd+K) looks through. */
export interface SearchSource {
  readonly id: string;
  /** Message key of the group's heading. */
  readonly groupKey: string;
  /** Without it the source is not asked. */
  readonly permission?: Permission;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
}

/** A command of the open screen, offered by the search for everything. */
export interface ScreenCommand {
  readonly id: string;
  readonly labelKey: string;
  readonly run: () => void;
}

export const searchSources = createObservable<readonly SearchSource[]>([]);
export const screenCommands = createObservable<ReadonlyMap<string, readonly ScreenCommand[]>>(new Map());

/** Called once per kind of record, where a screen declares its routes. */
export function registerSearchSource(source: SearchSource): void {
  searchSources.set((current) => [...current.filter(({ id }) => id !== source.id), source]);
}

/** Offers the screen's commands in the search for everything while it is open. */
export function useScreenCommands(commands: readonly ScreenCommand[]): void {
  const id = useId();
  const run = useEffectEvent((command: string) => commands.find((known) => known.id === command)?.run());
  const listed = JSON.stringify(commands.map(({ id: command, labelKey }) => ({ id: command, labelKey })));
  useEffect(() => {
    const stable = (JSON.parse(listed) as readonly Omit<ScreenCommand, 'run'>[]).map((command) => ({
      ...command,
      run: () => run(command.id),
    }));
    screenCommands.set((current) => new Map(current).set(id, stable));
    return () =>
      screenCommands.set((current) => {
        const rest = new Map(current);
        rest.delete(id);
        return rest;
      });
  }, [id, listed]);
}
