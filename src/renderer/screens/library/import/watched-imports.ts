import { createObservable } from '../../../app/observable';

/** Imports that were started in this window and whose result was not put away yet. */
export const watchedImports = createObservable<readonly string[]>([]);

export function announceImport(jobId: string): void {
  watchedImports.set((known) => [jobId, ...known]);
}

export function putImportAway(jobId: string): void {
  watchedImports.set((known) => known.filter((id) => id !== jobId));
}
